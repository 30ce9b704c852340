#include "extract/file_kind.h"

#include <algorithm>
#include <fstream>

#include "base/ascii.h"

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

bool starts_with_any_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(),
                    [](char a, char b) { return lower_ascii(a) == lower_ascii(b); });
}

bool is_plain_text(std::string_view sample) {
  return std::ranges::none_of(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
}

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

constexpr std::string_view archive_entry = "PK\x03\x04"sv;
constexpr std::size_t entry_head = 30;  // bytes before the name of an entry

// What the name of an entry, with what follows it, says of the archive.
std::string_view extension_by(std::string_view name) {
  if (name.starts_with("word/")) return "docx";
  if (name.starts_with("ppt/")) return "pptx";
  if (name.starts_with("mimetypeapplication/vnd.oasis.opendocument.text")) return "odt";
  if (name.starts_with("mimetypeapplication/vnd.oasis.opendocument.presentation")) return "odp";
  return {};
}

// The content of an OpenDocument file is XML; where it is kept as it stands and is none, it is encrypted.
bool is_locked_content(std::string_view entry) {
  constexpr std::string_view name = "content.xml";
  if (!entry.substr(std::min(entry_head, entry.size())).starts_with(name)) return false;
  const auto number = [&](std::size_t at) {
    return static_cast<unsigned char>(entry[at]) + 256u * static_cast<unsigned char>(entry[at + 1]);
  };
  constexpr std::size_t method = 8, name_size = 26, extra_size = 28;
  const std::size_t data = entry_head + number(name_size) + number(extra_size);
  return number(name_size) == name.size() && number(method) == 0 && data < entry.size() && entry[data] != '<';
}

bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (!starts_with_any_case(text, tag)) return false;
  const std::string_view after = text.substr(tag.size(), 1);
  return after.empty() || after.find_first_of(" \t\r\n\f>/") == 0;
}

}  // namespace

FileKind file_kind(std::string_view bytes) {
  if (has_pdf_header(bytes)) return FileKind::pdf;
  if (!office_file(bytes).extension.empty()) return FileKind::office;
  return is_web_page(bytes) ? FileKind::web_page : FileKind::other;
}

FileKind file_kind_at(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string start(1 << 16, '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(file.gcount()));
  return file_kind(start);
}

OfficeFile office_file(std::string_view bytes) {
  // Locked, the newer formats are a stream of an old-style container, named in UTF-16.
  if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) {
    const bool locked = bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != bytes.npos;
    return {locked ? "docx" : "", locked};
  }
  OfficeFile file;
  if (!bytes.starts_with(archive_entry)) return file;
  for (std::size_t at = 0; at != bytes.npos; at = bytes.find(archive_entry, at + 1)) {
    const std::string_view name = bytes.substr(std::min(at + entry_head, bytes.size()));
    if (file.extension.empty()) file.extension = extension_by(name);
    file.locked = file.locked || name.starts_with("encrypted-package") || is_locked_content(bytes.substr(at));
    if (file.locked) break;
  }
  return file;
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
