#include "reports/listing.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/html_text.h"
#include "reports/plain_text.h"
#include "reports/standalone_page.h"

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* style = R"css(
:root{--ink:#1d1d1b;--soft:#55595c;--rule:#c9ccce}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:#fff}
main{max-width:80rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .75rem;overflow-wrap:anywhere}
p{margin:.2rem 0}
fieldset{border:1px solid var(--rule);margin:1rem 0;padding:.4rem .8rem}
fieldset label{margin-right:1.2rem;white-space:nowrap}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{border-bottom:1px solid var(--rule);padding:.4rem .6rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:700;border-bottom:2px solid var(--ink)}
tbody th{white-space:nowrap;font-weight:700}
td{min-width:8rem}
input:focus-visible,.wide:focus-visible{outline:3px solid #0b5d5e;outline-offset:2px}
@media print{fieldset{display:none}main{max-width:none;padding:0}}
)css";

std::vector<std::string> kinds_of(const Listing& listing) {
  std::vector<std::string> kinds;
  for (const auto& row : listing.rows)
    if (std::find(kinds.begin(), kinds.end(), row.front()) == kinds.end()) kinds.push_back(row.front());
  return kinds;
}

std::string key_of(const std::string& column) {
  std::string key = lower_ascii(column);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

// Boxes without a script: each hides, while it is not ticked, the rows of its kind.
std::string boxes_html(const std::vector<std::string>& kinds) {
  if (kinds.size() < 2) return {};
  std::string html = "<fieldset><legend>Show</legend>";
  for (std::size_t i = 0; i < kinds.size(); ++i)
    html += format("<label><input type=\"checkbox\" id=\"k{}\" checked> {}</label>", i, html_of(kinds[i]));
  return html + "</fieldset>\n";
}

std::string hiding_css(std::size_t kinds) {
  std::string css;
  for (std::size_t i = 0; i < kinds; ++i)
    css += format("main:has(#k{0}:not(:checked)) .k{0}{{display:none}}\n", i);
  return css;
}

std::string table_html(const Listing& listing, const std::vector<std::string>& kinds) {
  std::string html =
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Findings\"><table><thead><tr>";
  for (const std::string& column : listing.columns) html += "<th scope=\"col\">" + html_of(column) + "</th>";
  html += "</tr></thead><tbody>\n";
  for (const auto& row : listing.rows) {
    const auto kind = std::find(kinds.begin(), kinds.end(), row.front()) - kinds.begin();
    html += format("<tr class=\"k{}\"><th scope=\"row\">{}</th>", kind, html_of(row.front()));
    for (std::size_t i = 1; i < row.size(); ++i) html += "<td>" + html_of(row[i]) + "</td>";
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

}  // namespace

std::string listing_text(const Listing& listing, std::size_t width) {
  std::string text;
  const auto add = [&](const std::string& line, std::size_t indent) {
    for (const std::string& part : wrap(printable(line), std::max<std::size_t>(width, 40) - indent))
      text += std::string(indent, ' ') + part + "\n";
  };
  add(listing.title, 0);
  for (const std::string& sentence : listing.summary) add(sentence, 0);
  for (const auto& row : listing.rows) {
    text += "\n";
    add(row.front(), 0);
    for (std::size_t i = 1; i < row.size(); ++i)
      if (!row[i].empty()) add(listing.columns[i] + ": " + row[i], 2);
  }
  return text;
}

std::string listing_json(const Listing& listing) {
  Json rows = Json::array();
  for (const auto& row : listing.rows) {
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!row[i].empty()) object[key_of(listing.columns[i])] = row[i];
    rows.push_back(std::move(object));
  }
  const Json json = {{"title", listing.title}, {"summary", listing.summary}, {"rows", std::move(rows)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string listing_html(const Listing& listing) {
  const std::vector<std::string> kinds = kinds_of(listing);
  std::string html;
  for (const std::string& sentence : listing.summary) html += "<p>" + html_of(sentence) + "</p>\n";
  html += boxes_html(kinds) + table_html(listing, kinds);
  const std::string hiding = hiding_css(kinds.size());
  return standalone_page({.title = listing.title, .style = style, .more_style = hiding}, html);
}

}  // namespace planmark
