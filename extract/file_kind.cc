#include "extract/file_kind.h"

#include <algorithm>

namespace planmark {
namespace {

struct Signature {
  std::string_view start;
  const char* kind;
};

using namespace std::string_view_literals;

constexpr Signature signatures[] = {
    {"PK\x03\x04"sv, "a ZIP archive or an Office file (docx, xlsx, pptx)"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office file (doc, xls, ppt)"},
    {"{\\rtf"sv, "a rich text file"},
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"%!PS"sv, "a PostScript file"},
    {"<!doctype html"sv, "a web page"},
    {"<html"sv, "a web page"},
    {"<?xml"sv, "an XML file"},
    {"From: <Saved by"sv, "a web archive (MHTML); save the page as HTML"},
    {"MIME-Version:"sv, "a web archive (MHTML); save the page as HTML"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_any_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(),
                                                   [](char a, char b) { return lower(a) == lower(b); });
}

bool is_plain_text(std::string_view sample) {
  return std::ranges::none_of(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
}

// The first characters alone: those of a page in UTF-16 are every other byte.
std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

// Behind white space, comments (browsers note there where a page was saved from) and declarations.
std::string_view first_element(std::string_view text) {
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?xml") ? "?>" : "";
    if (end.empty()) return text;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (!starts_with_any_case(text, tag)) return false;
  const std::string_view after = text.substr(tag.size(), 1);
  return after.empty() || after.find_first_of(" \t\r\n\f>/") == 0;
}

}  // namespace

FileKind file_kind(std::string_view bytes) {
  if (has_pdf_header(bytes)) return FileKind::pdf;
  return is_web_page(bytes) ? FileKind::web_page : FileKind::other;
}

bool is_web_page(std::string_view bytes) {
  constexpr std::size_t far_enough = 1 << 16;
  std::string_view start = bytes.substr(0, far_enough);
  std::string narrow;
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    for (std::size_t i = start[0] == '\xFF' ? 2 : 3; i < start.size(); i += 2) narrow += start[i];
    start = narrow;
  }
  start = first_element(without_mark(start));
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"<!doctype html", "<html", "<head", "<body", "<title", "<meta",
                                              "<main", "<article", "<section", "<header", "<div", "<p", "<h1",
                                              "<h2"},
      [&](std::string_view tag) { return begins_with_tag(start, tag); });
}

bool has_pdf_header(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

std::string foreign_kind(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, 1024);
  sample = without_mark(sample);
  sample.remove_prefix(std::min(sample.find_first_not_of(" \t\r\n"), sample.size()));
  for (const Signature& signature : signatures)
    if (starts_with_any_case(sample, signature.start)) return signature.kind;
  return !sample.empty() && is_plain_text(sample) ? "plain text" : "";
}

}  // namespace planmark
