#include "workbench/templates.h"

#include <kainjow/mustache.hpp>

#include "reports/html_text.h"
#include "workbench/assets.h"

namespace planmark {
namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const View& view) {
  mustache::data data(mustache::data::type::object);
  for (const auto& [name, value] : view.values()) {
    if (const bool* flag = std::get_if<bool>(&value)) {
      data.set(name, mustache::data(*flag));
    } else if (const std::string* text = std::get_if<std::string>(&value)) {
      // An empty text is one that is not there: {{#name}} leaves out, {{^name}} says what instead.
      data.set(name, text->empty() ? mustache::data(false) : mustache::data(*text));
    } else {
      mustache::data rows(mustache::data::type::list);
      for (const View& row : std::get<std::vector<View>>(value)) rows.push_back(data_of(row));
      data.set(name, std::move(rows));
    }
  }
  return data;
}

std::string rendered(const std::string& name, mustache::data data) {
  const Asset* source = find_asset("pages/" + name + ".html");
  if (source == nullptr) return {};
  for (const Asset& asset : assets()) {
    const std::string_view file = asset.name;
    if (!file.starts_with("pages/part_")) continue;
    const std::string_view stem = file.substr(6, file.size() - 6 - 5);
    data.set(std::string(stem),
             mustache::data(mustache::partial([&asset] { return std::string(asset.bytes); })));
  }
  mustache::mustache page{std::string(source->bytes)};
  page.set_custom_escape([](const std::string& text) { return html_of(text); });
  return page.render(data);
}

}  // namespace

std::string fragment_of(const std::string& name, const View& view) { return rendered(name, data_of(view)); }

std::string page_of(const std::string& name, const View& frame, const View& view) {
  View whole = frame;
  whole.add(view);
  mustache::data data = data_of(whole);
  data.set("page", rendered(name, data));
  return rendered("layout", std::move(data));
}

}  // namespace planmark
