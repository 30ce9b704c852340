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

}  // namespace

bool has_pdf_header(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

std::string foreign_kind(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, 1024);
  if (sample.starts_with("\xEF\xBB\xBF")) sample.remove_prefix(3);
  sample.remove_prefix(std::min(sample.find_first_not_of(" \t\r\n"), sample.size()));
  for (const Signature& signature : signatures)
    if (starts_with_any_case(sample, signature.start)) return signature.kind;
  return !sample.empty() && is_plain_text(sample) ? "plain text" : "";
}

}  // namespace planmark
