#include "watch/document_links.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/ascii.h"

namespace planmark {
namespace {

constexpr std::array<std::string_view, 5> extensions = {".pdf", ".docx", ".odt", ".pptx", ".odp"};
constexpr std::size_t longest_text = 300;

bool ends_like_document(std::string_view text) {
  const std::string lower = lower_ascii(text);
  return std::ranges::any_of(extensions, [&](std::string_view ending) { return lower.ends_with(ending); });
}

// The path itself, or a value of the query: "/plan.pdf", "/get?file=plan.pdf&inline=1".
bool names_document(std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find_first_of("?&;"), path.size());
    if (ends_like_document(path.substr(0, end))) return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

bool is_document_type(std::string_view type) {
  const std::string lower = lower_ascii(type);
  return lower == "application/pdf" ||
         lower.starts_with("application/vnd.openxmlformats-officedocument.word") ||
         lower.starts_with("application/vnd.openxmlformats-officedocument.presentation") ||
         lower.starts_with("application/vnd.oasis.opendocument.");
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

// "Joint forward plan (PDF, 2 MB)"
bool says_document(std::string_view text) {
  const std::size_t bracket = text.find_first_of("([");
  if (bracket == std::string_view::npos) return false;
  const std::string inside = lower_ascii(text.substr(bracket));
  return has_word(inside, "pdf") || has_word(inside, "word");
}

// "/media/1234/download", "/download_file/view/12"
bool is_download(std::string_view path) {
  const std::string lower = lower_ascii(path.substr(0, path.find('?')));
  return lower.ends_with("/download") || lower.find("/download/") != std::string::npos ||
         lower.find("/download_file/") != std::string::npos;
}

std::string text_inside(const HtmlTree& page, std::size_t element) {
  std::string text;
  for (std::size_t i = element + 1; i < page.nodes[element].end && text.size() < longest_text; ++i) {
    for (const char c : page.nodes[i].text) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
    }
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

Address base_of(const HtmlTree& page, const Address& at) {
  for (const HtmlNode& node : page.nodes) {
    if (node.tag != "base" || !node.has("href")) continue;
    return resolve(at, node.attribute("href")).value_or(at);
  }
  return at;
}

}  // namespace

std::vector<DocumentLink> document_links(const HtmlTree& page, const Address& at) {
  const Address base = base_of(page, at);
  std::vector<DocumentLink> links;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < page.nodes.size() && links.size() < most_document_links; ++i) {
    const HtmlNode& node = page.nodes[i];
    if ((node.tag != "a" && node.tag != "area") || !node.has("href")) continue;
    const auto address = resolve(base, node.attribute("href"));
    if (!address) continue;
    const std::string text = text_inside(page, i);
    const bool sure = names_document(address->path) || is_document_type(node.attribute("type"));
    if (!sure && !says_document(text) && !is_download(address->path)) continue;
    if (seen.insert(address->text).second) links.push_back({address->text, text, sure});
  }
  return links;
}

}  // namespace planmark
