#include "extract/file_kind.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(FileKind, SaysWhatTheBytesLookLike) {
  const std::pair<std::string_view, const char*> rows[] = {
      {"\xEF\xBB\xBF\r\n <!DOCTYPE HTML><html>", "a web page"},
      {"<HTML lang=en>", "a web page"},
      {{"PK\x03\x04\0\0", 6}, "a ZIP archive or an Office file (docx, xlsx, pptx)"},
      {"{\\rtf1\\ansi", "a rich text file"},
      {"Dear all,\n", "plain text"},
      {{"\x01\x02\x03\0", 4}, ""},
      {"", ""},
  };
  for (const auto& [bytes, kind] : rows) EXPECT_EQ(foreign_kind(bytes), kind) << bytes;
}

TEST(FileKind, IsToldByTheBytes) {
  const std::pair<std::string_view, FileKind> rows[] = {
      {"%PDF-1.7", FileKind::pdf},
      {"<!doctype html>", FileKind::web_page},
      {"<!-- saved from url=(0014)about:internet -->\r\n<HTML>", FileKind::web_page},
      {"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\">", FileKind::web_page},
      {{"\xFF\xFE<\0h\0t\0m\0l\0>\0", 14}, FileKind::web_page},
      {"<h1>Plan</h1>", FileKind::web_page},
      {"<header>", FileKind::web_page},
      {"<?xml version=\"1.0\"?><feed>", FileKind::other},
      {"<!-- <html> never ends", FileKind::other},
      {"A < b", FileKind::other},
      {"", FileKind::other},
  };
  for (const auto& [bytes, kind] : rows) EXPECT_EQ(file_kind(bytes), kind) << bytes;
}

TEST(FileKind, OfficeFilesAreToldByTheirEntries) {
  using namespace std::string_literals;
  const std::string head = "PK\x03\x04";
  const auto entry = [&](const std::string& name, char method, const std::string& data) {
    return head + "\0\0\0\0"s + method + std::string(17, '\0') + static_cast<char>(name.size()) + "\0\0\0"s +
           name + data;
  };
  struct Row {
    std::string bytes;
    std::string_view extension;
    bool locked;
  };
  const std::string odt = entry("mimetype", 0, "application/vnd.oasis.opendocument.text");
  const Row rows[] = {
      {entry("[Content_Types].xml", 8, "..") + entry("word/document.xml", 8, ".."), "docx", false},
      {entry("ppt/presentation.xml", 8, ".."), "pptx", false},
      {odt + entry("content.xml", 8, ".."), "odt", false},
      {odt + entry("content.xml", 0, "<?xml"), "odt", false},
      {odt + entry("content.xml", 0, "\x81\x02"), "odt", true},
      {entry("xl/workbook.xml", 8, ".."), "", false},
      {head, "", false},
      {"\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "docx", true},
      {"\xD0\xCF\x11\xE0 WordDocument", "", false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(office_file(row.bytes).extension, row.extension);
    EXPECT_EQ(office_file(row.bytes).locked, row.locked) << row.extension;
  }
}

TEST(FileKind, FindsThePdfHeaderBehindJunk) {
  EXPECT_TRUE(has_pdf_header("%PDF-1.4\n"));
  EXPECT_TRUE(has_pdf_header(std::string(900, ' ') + "%PDF-1.4\n"));
  EXPECT_FALSE(has_pdf_header(std::string(2000, ' ') + "%PDF-1.4\n"));
}

}  // namespace
}  // namespace planmark
