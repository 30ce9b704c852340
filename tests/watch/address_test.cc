#include "watch/address.h"

#include <gtest/gtest.h>

#include <array>

#include "extract/read_html.h"
#include "watch/document_links.h"
#include "watch/public_address.h"

namespace planmark {
namespace {

TEST(Address, HasOneSpelling) {
  const struct {
    const char *given, *text;
  } rows[] = {
      {"HTTPS://WWW.Example.ORG", "https://www.example.org/"},
      {"https://example.org:443/Plans/../a.pdf#page=3", "https://example.org/a.pdf"},
      {"http://example.org:8080?x=1", "http://example.org:8080/?x=1"},
      {" https://example.org/our plan.pdf ", "https://example.org/our%20plan.pdf"},
      {"https://example.org/caf\xC3\xA9", "https://example.org/caf%c3%a9"},
      {"ftp://example.org/a.pdf", ""},
      {"file:///etc/passwd", ""},
      {"https://me:secret@example.org/", ""},
      {"example.org/plans", ""},
      {"", ""},
      {"https://", ""},
  };
  for (const auto& row : rows) {
    const auto address = parse_address(row.given);
    EXPECT_EQ(address ? address->text : "", row.text) << row.given;
  }
  EXPECT_FALSE(parse_address("https://example.org/" + std::string(3000, 'a')));
}

TEST(Address, OfALinkIsTakenFromItsPage) {
  const Address page = parse_address("https://example.org/plans/index.html?y=1").value();
  const struct {
    const char *link, *text;
  } rows[] = {
      {"a.pdf", "https://example.org/plans/a.pdf"},
      {"/a.pdf", "https://example.org/a.pdf"},
      {"//cdn.example.com/a.pdf", "https://cdn.example.com/a.pdf"},
      {"../a\n.pdf", "https://example.org/a.pdf"},
      {"?y=2", "https://example.org/plans/index.html?y=2"},
      {"mailto:me@example.org", ""},
      {"javascript:void(0)", ""},
      {"data:application/pdf;base64,AAAA", ""},
  };
  for (const auto& row : rows) {
    const auto address = resolve(page, row.link);
    EXPECT_EQ(address ? address->text : "", row.text) << row.link;
  }
}

TEST(Address, GivesAFileItsName) {
  const struct {
    const char *address, *disposition, *name;
  } rows[] = {
      {"https://example.org/a/Our%20Plan.pdf?v=2", "", "Our Plan.pdf"},
      {"https://example.org/media/12/download", "attachment; filename=\"plan 2024.pdf\"", "plan 2024.pdf"},
      {"https://example.org/x", "inline; filename=plan.pdf; size=3", "plan.pdf"},
      {"https://example.org/..%2F..%2Fetc%2Fpasswd", "", "passwd"},
      {"https://example.org/x", "attachment; filename=\"../../.\"", "x"},
      {"https://example.org/a%00%0Ab.pdf", "", "ab.pdf"},
      {"https://example.org/plans/", "", "example.org"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(file_name_of(parse_address(row.address).value(), row.disposition), row.name) << row.address;
}

TEST(PublicAddress, IsNoneOfAMachineOrLocalNetwork) {
  const struct {
    std::vector<std::uint8_t> bytes;
    bool is_public;
  } rows[] = {
      {{8, 8, 8, 8}, true},
      {{172, 15, 0, 1}, true},
      {{100, 128, 0, 1}, true},
      {{223, 255, 255, 255}, true},
      {{127, 0, 0, 1}, false},
      {{10, 1, 2, 3}, false},
      {{172, 31, 0, 1}, false},
      {{192, 168, 0, 1}, false},
      {{169, 254, 169, 254}, false},
      {{100, 64, 0, 1}, false},
      {{0, 0, 0, 0}, false},
      {{224, 0, 0, 1}, false},
      {{255, 255, 255, 255}, false},
      {{198, 19, 0, 1}, false},
      {{0x2A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, true},
      {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, false},
      {{0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, false},
      {{0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, false},
      {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1}, false},
      {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 8, 8, 8, 8}, true},
      {{0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1}, false},
      {{0x20, 0x02, 192, 168, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, false},
      {{0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, false},
      {{1, 2, 3}, false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(is_public_address(row.bytes), row.is_public) << testing::PrintToString(row.bytes);
}

TEST(DocumentLinks, AreThoseThatLookLikeDocuments) {
  const Address page = parse_address("https://example.org/plans").value();
  const auto tree = parse_html(
      "<p><a href='/a.pdf'>The <b>plan</b>\n 2024</a> <a href='/a.pdf#page=2'>again</a>"
      "<a href=/get?file=b.PDF&x=1>B</a> <a href=/c type=application/pdf>C</a>"
      "<a href=/media/7/download>Download</a> <a href=/d>Strategy (PDF, 2 MB)</a> <a href=slides.pptx>S</a>"
      "<a href=/help>How to open PDFs</a> <a href=/news.html>News</a> <a href='mailto:a.pdf'>m</a>"
      "<a href='javascript:a.pdf'>j</a> <a>none</a> <a href=/e.zip>zip</a>");
  ASSERT_TRUE(tree);
  const std::vector<DocumentLink> expected = {{"https://example.org/a.pdf", "The plan 2024", true},
                                              {"https://example.org/get?file=b.PDF&x=1", "B", true},
                                              {"https://example.org/c", "C", true},
                                              {"https://example.org/media/7/download", "Download", false},
                                              {"https://example.org/d", "Strategy (PDF, 2 MB)", false},
                                              {"https://example.org/slides.pptx", "S", true}};
  const auto found = document_links(*tree, page);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], expected[i]) << found[i].address;
}

TEST(DocumentLinks, AreTakenFromTheBaseAndAreNotTooMany) {
  const Address page = parse_address("https://example.org/plans").value();
  const auto based = parse_html("<base href='https://cdn.example.com/x/'><a href=a.pdf>a</a>");
  ASSERT_EQ(document_links(*based, page).size(), 1U);
  EXPECT_EQ(document_links(*based, page)[0].address, "https://cdn.example.com/x/a.pdf");
  std::string many;
  for (std::size_t i = 0; i < most_document_links + 50; ++i)
    many += "<a href=/" + std::to_string(i) + ".pdf>x</a>";
  EXPECT_EQ(document_links(*parse_html(many), page).size(), most_document_links);
}

}  // namespace
}  // namespace planmark
