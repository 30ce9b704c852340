#include "reports/report_html.h"

#include <algorithm>

#include "base/format.h"
#include "reports/chart_svg.h"
#include "reports/figure_tables.h"
#include "reports/heat_map.h"
#include "reports/html_text.h"
#include "reports/part_comparison.h"
#include "reports/report_style.h"
#include "reports/report_text.h"
#include "reports/standalone_page.h"

namespace planmark {
namespace {

std::string table_of(const Figure& figure) {
  std::string table =
      "<table class=\"rows\"><thead><tr><th scope=\"col\">Answer</th><th scope=\"col\">Count</th>"
      "<th scope=\"col\">Base</th><th scope=\"col\">Per cent</th></tr></thead><tbody>\n";
  for (const FigureRow& row : figure.rows) {
    const auto rounded = per_cent(row.share);
    table +=
        format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n", html_of(row.label),
               row.share.count, row.share.base, rounded ? format("{} %", *rounded) : std::string("–"));
  }
  for (const MissingCount& missing : figure.missing)
    table += format(
        "<tr class=\"missing\"><th scope=\"row\">Not counted: {}</th><td>{}</td><td>–</td><td>–</td></tr>\n",
        words_of(missing.missing), missing.count);
  return table + "</tbody></table>\n";
}

std::string download(const std::string& file, std::string_view type, std::string_view bytes,
                     const char* words) {
  return format("<a download=\"{0}\" href=\"{1}\">{2}<span class=\"unseen\"> of {0}</span></a>",
                html_of(file), data_url(type, bytes), words);
}

std::string figure_html(const Figure& figure, std::size_t number, const ChartPicture* picture) {
  const std::string id = figure.id();
  std::string html =
      format("<section class=\"figure\" id=\"{}\" aria-labelledby=\"{}-head\">\n", html_of(id), html_of(id));
  html += format(
      "<h3 id=\"{}-head\">Figure {}. {}</h3>\n<p class=\"asked\">{} <span class=\"source\">{} · "
      "{}</span></p>\n",
      html_of(id), number, html_of(headline(figure)), html_of(figure.wording), html_of(figure.question),
      html_of(plural_of(figure.part)));
  html += format(
      "<figure>{}</figure>\n<details><summary>Table and files of figure {}</summary>\n{}<p>{}</p>\n<p>",
      chart_svg(figure, ChartPlace::beside_text), number, table_of(figure), html_of(base_line(figure)));
  html += download(id + ".svg", "image/svg+xml", chart_svg(figure), "Chart (SVG)") + " · ";
  if (picture != nullptr) html += download(id + ".png", "image/png", picture->png, "Chart (PNG)") + " · ";
  html += download(id + ".csv", "text/csv", figure_csv(figure), "Table (CSV)");
  return html + format("</p></details>\n<p class=\"source\">Source of the question: {}</p></section>\n",
                       html_of(figure.source));
}

std::string figures_html(const std::vector<Figure>& figures, const std::vector<ChartPicture>& pictures) {
  std::string html, criterion, question;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].criterion != criterion) {
      criterion = figures[i].criterion;
      html += format("<h2>{}</h2>\n", html_of(criterion));
    }
    if (figures[i].question != question) {  // the heat map's links lead here
      question = figures[i].question;
      html += format("<span id=\"{}\"></span>", html_of(question));
    }
    html += figure_html(figures[i], i + 1, i < pictures.size() ? &pictures[i] : nullptr);
  }
  return html;
}

std::string list_html(const std::vector<std::string>& items) {
  std::string html;
  for (const std::string& item : items) html += "<li>" + html_of(item) + "</li>\n";
  return html.empty() ? html : "<ul>\n" + html + "</ul>\n";
}

std::vector<std::string> parts_shown(const std::vector<Figure>& figures) {
  std::vector<std::string> parts;
  for (const Figure& figure : figures)
    if (std::find(parts.begin(), parts.end(), figure.part) == parts.end()) parts.push_back(figure.part);
  return parts;
}

std::string heat_maps_html(const EditionAnswers& answers, const std::vector<Figure>& figures,
                           const RuleBook& rules) {
  std::string html = "<h2>Every system by question</h2>\n";
  for (const std::string& part : parts_shown(figures)) html += heat_map_html(answers, rules, part);
  return html;
}

std::string profiles_html(const std::vector<ReportFacts::Link>& profiles) {
  if (profiles.empty()) return {};
  std::string html = "<h2>Profile of each system</h2>\n<ul class=\"profiles\">\n";
  for (const auto& [words, path] : profiles)
    html += format("<li><a href=\"{}\">{}</a></li>\n", html_of(path), html_of(words));
  return html + "</ul>\n";
}

std::string method_html(const EditionAnswers& answers, const ReportFacts& facts) {
  std::string html = "<h2>Method and limits</h2>\n";
  for (const std::string& paragraph : method_of(answers)) html += format("<p>{}</p>\n", html_of(paragraph));
  html += list_html(answers.remarks);
  if (!facts.guards.empty() && !facts.is_public)
    html += "<h3>What does not fit together</h3>\n" + list_html(facts.guards);
  return html + format("<p class=\"source\">{}</p>\n", html_of(facts.made_by));
}

}  // namespace

std::string report_html(const EditionAnswers& answers, const std::vector<Figure>& figures,
                        const RuleBook& rules, const ReportFacts& facts) {
  std::string html;
  if (answers.basis == Basis::drafts)
    html += format("<p class=\"draft\"><strong>{}</strong> {}</p>\n", draft_warning, draft_explanation);
  html += format("<p>{} systems, {} figures.</p>\n", answers.systems.size(), figures.size());
  if (!facts.is_public) html += heat_maps_html(answers, figures, rules) + profiles_html(facts.profiles);
  html += figures_html(figures, facts.pictures);
  html += part_comparisons_html(part_comparisons(answers, figures, rules));
  html += facts.year_on_year_html + good_practice_html(facts.good_practice) + method_html(answers, facts);
  return standalone_page({.title = report_title(answers), .style = report_style, .has_pictures = true}, html);
}

}  // namespace planmark
