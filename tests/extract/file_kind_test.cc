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

TEST(FileKind, FindsThePdfHeaderBehindJunk) {
  EXPECT_TRUE(has_pdf_header("%PDF-1.4\n"));
  EXPECT_TRUE(has_pdf_header(std::string(900, ' ') + "%PDF-1.4\n"));
  EXPECT_FALSE(has_pdf_header(std::string(2000, ' ') + "%PDF-1.4\n"));
}

}  // namespace
}  // namespace planmark
