#include "extract/html_role.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/ascii.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [&](auto part) { return text.find(part) != std::string_view::npos; });
}

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::uint32_t letters_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char c) { return !is_html_space(c); }));
}

bool is_switched_off(const HtmlNode& node) {
  const std::string style = lower_ascii(node.attribute("style"));
  return node.has("hidden") || node.attribute("aria-hidden") == "true" ||
         style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

bool holds_blocks(const HtmlTree& tree, std::uint32_t node) {
  for (std::uint32_t i = node + 1; i < tree.nodes[node].end; ++i)
    if (is_one_of(tree.nodes[i].tag, {"p", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6"})) return true;
  return false;
}

// "govuk-inset-text" has the part "inset".
bool has_class_part(const HtmlNode& node, std::initializer_list<std::string_view> parts) {
  const std::string classes = lower_ascii(node.attribute("class"));
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f-_", at), classes.size());
    if (is_one_of(std::string_view(classes).substr(at, end - at), parts)) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

bool is_html_block(std::string_view tag) {
  return is_one_of(tag,
                   {"address", "article", "aside",  "blockquote", "body", "caption", "center",   "dd",
                    "details", "dialog",  "dir",    "div",        "dl",   "dt",      "fieldset", "figcaption",
                    "figure",  "footer",  "form",   "h1",         "h2",   "h3",      "h4",       "h5",
                    "h6",      "header",  "hgroup", "hr",         "html", "legend",  "li",       "main",
                    "menu",    "nav",     "ol",     "p",          "pre",  "search",  "section",  "summary",
                    "table",   "tbody",   "td",     "tfoot",      "th",   "thead",   "tr",       "ul"});
}

std::uint8_t heading_level(const HtmlNode& node) {
  if (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6')
    return static_cast<std::uint8_t>(node.tag[1] - '0');
  if (node.attribute("role") != "heading") return 0;
  const std::string_view level = node.attribute("aria-level");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? static_cast<std::uint8_t>(level[0] - '0')
                                                                 : 2;
}

bool is_note_mark(const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& mark = tree.nodes[node];
  const bool small = mark.end - node <= 6;
  if (mark.attribute("role") == "doc-noteref" || mark.attribute("role") == "doc-backlink") return true;
  if (!small || (mark.tag != "sup" && mark.tag != "a")) return false;
  bool raised = false, linked = false;
  for (std::uint32_t i = node; i < mark.end; ++i) {
    raised = raised || tree.nodes[i].tag == "sup";
    linked = linked || (tree.nodes[i].tag == "a" &&
                        tree.nodes[i].attribute("href").find('#') != std::string_view::npos);
  }
  return raised && linked;
}

std::string html_text(const HtmlTree& tree, std::uint32_t begin, std::uint32_t end) {
  std::string raw;
  std::vector<std::uint32_t> block_ends;
  for (std::uint32_t i = begin; i < end; ++i) {
    for (; !block_ends.empty() && block_ends.back() <= i; block_ends.pop_back()) raw += ' ';
    const HtmlNode& node = tree.nodes[i];
    raw += node.text;
    if (node.is_text()) continue;
    if (HtmlRoles::is_hidden(tree, i) || is_note_mark(tree, i)) {
      i = node.end - 1;
    } else if (is_html_block(node.tag)) {
      raw += ' ';
      block_ends.push_back(node.end);
    } else if (node.tag == "br") {
      raw += ' ';
    }
  }
  return collapsed(raw);
}

std::string collapsed(std::string raw) {
  std::ranges::replace_if(raw, is_html_space, ' ');
  std::string text = word_text(raw);
  if (text.starts_with(' ')) text.erase(0, 1);
  return text;
}

HtmlRoles::HtmlRoles(const HtmlTree& tree) : tree_(tree) {
  const std::size_t count = tree.nodes.size();
  before_.resize(count + 1);
  linked_before_.resize(count + 1);
  std::uint32_t hidden_until = 0, linked_until = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (i >= hidden_until && is_hidden(tree, i)) hidden_until = node.end;
    if (node.tag == "a") linked_until = std::max(linked_until, node.end);
    const std::uint32_t letters = i >= hidden_until ? letters_in(node.text) : 0;
    before_[i + 1] = before_[i] + letters;
    linked_before_[i + 1] = linked_before_[i] + (i < linked_until ? letters : 0);
  }
  find_content();
}

void HtmlRoles::find_content() {
  const auto spans_of = [&](std::string_view tag, std::string_view role) {
    std::vector<Span> spans;
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if ((node.tag != tag && node.attribute("role") != role) || bytes_in(i) == 0) continue;
      spans.push_back({i, node.end});
      i = node.end - 1;
    }
    return spans;
  };
  content_ = spans_of("main", "main");
  if (!content_.empty()) return;
  std::vector<Span> articles = spans_of("article", "article");
  std::uint64_t bytes = 0;
  for (const Span article : articles) bytes += bytes_in(article.begin);
  constexpr std::uint64_t nearly_all = 80;  // per cent
  if (bytes * 100 >= nearly_all * before_.back()) content_ = std::move(articles);
}

bool HtmlRoles::is_hidden(const HtmlTree& tree, std::uint32_t index) {
  const HtmlNode& node = tree.nodes[index];
  if (is_one_of(node.tag,
                {"head",   "script", "style",    "template", "noscript", "select", "datalist", "textarea",
                 "button", "input",  "iframe",   "object",   "embed",    "svg",    "canvas",   "audio",
                 "video",  "map",    "progress", "meter",    "title",    "link",   "meta"}))
    return true;
  const std::string classes = lower_ascii(node.attribute("class"));
  if (holds_any(classes, {"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"})) return true;
  return is_switched_off(node) && !holds_blocks(tree, index);
}

// A class name such as "has-cookie-banner" may stand on what holds the whole page.
bool HtmlRoles::is_small(std::uint32_t node) const {
  return std::uint64_t{bytes_in(node)} * 10 < std::uint64_t{before_.back()} * 3;
}

bool HtmlRoles::has_links(std::uint32_t node) const { return linked_bytes_in(node) > 0; }

bool HtmlRoles::is_mostly_links(std::uint32_t node) const {
  return 10 * std::uint64_t{linked_bytes_in(node)} > 6 * std::uint64_t{bytes_in(node)};
}

bool HtmlRoles::is_furniture(std::uint32_t index, bool inside_section) const {
  const HtmlNode& node = tree_.nodes[index];
  const std::string_view role = node.attribute("role");
  if (node.tag == "nav" || is_one_of(role, {"navigation", "banner", "contentinfo", "search", "menu",
                                            "menubar", "toolbar", "dialog", "alertdialog"}))
    return true;
  if (node.tag == "footer") return !inside_section;
  // The head of a site leads elsewhere; the head of a document is its title.
  if (node.tag == "header") return !inside_section && has_links(index) && is_small(index);
  if (node.tag == "a") {
    const bool inner = node.attribute("href").starts_with('#');
    return inner && lower_ascii(html_text(tree_, index + 1, node.end)).starts_with("skip to");
  }
  if (node.is_text() || !is_html_block(node.tag) || holds_content(index) || !is_small(index)) return false;
  if (node.tag == "form" || node.tag == "dialog") return true;
  if (node.tag == "aside" || role == "complementary") return is_mostly_links(index);
  const std::string names = lower_ascii(node.attribute("class")) + " " + lower_ascii(node.attribute("id"));
  return holds_any(
      names, {"cookie", "breadcrumb", "skip-link", "skiplink", "pagination", "back-to-top", "social-share",
              "share-button", "sharing-", "site-header", "site-footer", "site-nav"});
}

bool HtmlRoles::is_outside(std::uint32_t node) const {
  if (content_.empty() || holds_content(node)) return false;
  return std::ranges::none_of(content_, [&](Span content) { return content.contains(node); });
}

bool HtmlRoles::holds_content(std::uint32_t node) const {
  const Span span{node, tree_.nodes[node].end};
  return std::ranges::any_of(content_, [&](Span content) { return span.contains(content); });
}

bool HtmlRoles::is_contents(std::uint32_t index) const {
  const HtmlNode& node = tree_.nodes[index];
  const bool named =
      node.tag == "nav" || node.attribute("role") == "navigation" || node.attribute("role") == "doc-toc";
  if (!named && node.tag != "ul" && node.tag != "ol") return false;
  if (!is_mostly_links(index)) return false;
  std::size_t links = 0, inner = 0;
  for (std::uint32_t i = index; i < node.end; ++i) {
    if (tree_.nodes[i].tag != "a") continue;
    ++links;
    inner += tree_.nodes[i].attribute("href").starts_with('#');
  }
  return inner >= 3 && inner * 10 > links * 8;
}

bool HtmlRoles::is_box(std::uint32_t index) const {
  const HtmlNode& node = tree_.nodes[index];
  if (!is_html_block(node.tag) || !is_small(index)) return false;
  if (node.tag == "aside" || is_one_of(node.attribute("role"), {"note", "complementary", "doc-example"}))
    return true;
  return has_class_part(node, {"callout", "panel", "box", "inset", "casestudy", "infobox", "sidebar"}) ||
         holds_any(lower_ascii(node.attribute("class")), {"case-study", "case_study"});
}

}  // namespace planmark
