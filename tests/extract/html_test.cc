// Web pages, from their bytes to the blocks of a Document.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "extract/extract.h"
#include "extract/html_encoding.h"
#include "extract/html_layout.h"
#include "extract/read_html.h"
#include "tests/support/outline.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

Document page_of(const std::string& html) {
  Document document = lay_out_html(parse_html(html).value(), "hash");
  EXPECT_EQ(check_document(document), std::vector<std::string>()) << html.substr(0, 200);
  return document;
}

struct Row {
  const char* html;
  const char* outline;
};

void expect_outlines(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(outline_of(page_of(row.html)), row.outline) << row.html;
}

TEST(Html, HeadingsParagraphsAndWhiteSpace) {
  expect_outlines({
      {"<h1>A  plan</h1><p>One\n two&nbsp;three.</p>", "h1 A plan\np One two three.\n"},
      {"<div>Loose <b>w</b>ords<div>inside</div>after</div>", "p Loose words\np inside\np after\n"},
      {"<p>One<br>two<br><br>three", "p One two\np three\n"},
      {"<p>chil&shy;dren&rsquo;s &#xFB01;rst &lt;five&gt;", "p children’s first <five>\n"},
      {"<div role=heading aria-level=3>Aims</div>x", "h3 Aims\np x\n"},
      {"<h2></h2><p> </p><p>x", "p x\n"},
      {"<p>Unclosed<p>too<h2>Next", "p Unclosed\np too\nh2 Next\n"},
      {"<p>The aim<sup><a href='#fn1'>1</a></sup> stands on 1<sup>st</sup> May",
       "p The aim stands on 1st May\n"},
  });
}

TEST(Html, ListsKnowTheirDepthAndTheirStem) {
  expect_outlines({
      {"<p>We will:<ul><li>listen<li>act<ol><li>soon</ol></ul>",
       "p We will:\nli1 listen\nli1 act\nli2 soon\n"},
      {"<ul><li><p>one</p><p>more</p></li></ul>", "li1 one\nli1 more\n"},
  });
  const Document document = page_of("<h2>Aims</h2><p>We will:</p><ul><li>listen</li><li>act</li></ul>");
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.blocks[3].stem, 1U);
  EXPECT_EQ(document.blocks[3].section, 0U);
}

TEST(Html, TablesHaveACellForEveryColumn) {
  expect_outlines({
      {"<table><tr><th>Role<th>Name<tr><td>Lead<td>Ada Finch</table>",
       "| Role | Name |=\n| Lead | Ada Finch |\n"},
      {"<table><tr><td><b>Role</b><td><strong>Name</strong><tr><td>Lead<td>Ada Finch</table>",
       "| Role | Name |=\n| Lead | Ada Finch |\n"},
      {"<table><tr><td>Lead<td>Ada Finch<tr><td>Chair<td>Bo Lund</table>",
       "| Lead | Ada Finch |\n| Chair | Bo Lund |\n"},
      {"<table><tr><th colspan=2>Who<th>When<tr><td>a<td>b<td>c</table>",
       "| Who | Who | When |=\n| a | b | c |\n"},
      {"<table><tr><th>A<th>B<tr><td rowspan=2>a<td>1<tr><td>2</table>", "| A | B |=\n| a | 1 |\n|  | 2 |\n"},
      {"<table><tr><th>A<th>B<tr><th>a<td><ul><li>1<li>2</ul></table>", "| A | B |=\n| a | 1 2 |\n"},
      {"<table><caption>Table 2: leads</caption><tr><th>A<th>B<tr><td>a<td>b</table>",
       "caption Table 2: leads\n| A | B |=\n| a | b |\n"},
      {"<table><tr><td><p>Case study</p><p>Words.</p></table>", "box p Case study\nbox p Words.\n"},
      {"<table role=presentation><tr><td>left<td>right</table>", "p left\np right\n"},
      {"<table><tr><td><table><tr><th>A<th>B<tr><td>a<td>b</table><td>right</table>",
       "| A | B |=\n| a | b |\np right\n"},
  });
}

TEST(Html, WhatTheElementsSayTheBlocksAre) {
  expect_outlines({
      {"<blockquote><p>It helped me.</p><footer>A parent</footer></blockquote>",
       "quote It helped me.\nquote A parent\n"},
      {"<p>“I was asked and they listened.”</p><p>– a parent</p><p>x",
       "quote “I was asked and they listened.”\nquote – a parent\np x\n"},
      {"<figure><img alt=x><figcaption>Our area</figcaption></figure><p>Figure 3: growth",
       "caption Our area\ncaption Figure 3: growth\n"},
      {"<p>Running text that is much longer than the box.<aside><h3>Case study</h3>Short</aside>",
       "p Running text that is much longer than the box.\nbox h3 Case study\nbox p Short\n"},
      {"<p>Running text that is much longer than the box.<div class=govuk-inset-text>Short</div>",
       "p Running text that is much longer than the box.\nbox p Short\n"},
      {"<h2>Glossary</h2><dl><dt>ICB<dd>Integrated care board</dl>",
       "h2 Glossary\nglossary ICB: Integrated care board\n"},
      {"<dl><dt>Lead<dd>Ada Finch</dl>", "| Lead | Ada Finch |\n"},
      {"<h2>References</h2><ol><li>A report</ol>", "h2 References\nreference A report\n"},
      {"<p>x</p><section role=doc-endnotes><ol><li>A note<a role=doc-backlink href='#r'>↩</a></ol></section>",
       "p x\nfootnote A note\n"},
      {"<nav><ul><li><a href='#a'>Aims</a><li><a href='#b'>Leads</a><li><a "
       "href='#c'>Notes</a></ul></nav><p>x",
       "contents Aims\ncontents Leads\ncontents Notes\np x\n"},
      {"<details><summary>More</summary>Folded</details>", "p More\np Folded\n"},
  });
}

TEST(Html, WhatStandsAroundTheContentIsFurniture) {
  expect_outlines({
      {"<nav><a href=/>Home</a></nav><p>x</p><footer>Crown copyright</footer>",
       "furniture Home\np x\nfurniture Crown copyright\n"},
      {"<div>Before</div><main><h1>Plan</h1>x</main><div>After</div>",
       "furniture Before\nh1 Plan\np x\nfurniture After\n"},
      {"<h1>Plan</h1><a href=/>Home</a><main>x</main>", "h1 Plan\nfurniture Home\np x\n"},
      {"<p>Long enough to be the page.<article><footer>Own foot</footer></article>",
       "p Long enough to be the page.\np Own foot\n"},
      {"<header><h1>Plan</h1></header><p>x", "h1 Plan\np x\n"},
      {"<div id=cookie-banner>We use cookies</div><p>Running text that is longer than the banner is, by far.",
       "furniture We use cookies\np Running text that is longer than the banner is, by far.\n"},
      {"<body class=has-cookie-banner><p>x", "p x\n"},
      {"<script>s</script><style>t</style><p hidden>kept</p><span hidden>gone</span><template>u</template>y",
       "p y\n"},
      {"<div style='display:none'><p>Folded section</p></div>", "p Folded section\n"},
      {"<a href='#main'>Skip to main content</a><p>x", "furniture Skip to main content\np x\n"},
  });
}

TEST(Html, ReadsTheCharacterSet) {
  const std::pair<std::string, const char*> rows[] = {
      {"caf\xC3\xA9", "café"},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "café"},
      {"caf\xE9 \x93so\x94", "café “so”"},
      {"<meta charset=utf-8>caf\xE9", "<meta charset=utf-8>caf\xEF\xBF\xBD"},
      {"<meta charset=iso-8859-1>caf\xC3\xA9", "<meta charset=iso-8859-1>café"},
      {std::string("\xFF\xFE"
                   "c\0\xE9\0=\xD8\0\xDE",
                   10),
       "cé😀"},
      {std::string("\xFE\xFF\0c\0\xE9", 6), "cé"},
  };
  for (const auto& [bytes, text] : rows) EXPECT_EQ(utf8_of_web_page(bytes), text);
}

TEST(Html, TakesTitleDateAndProgramFromTheHead) {
  const Document document = page_of(
      "<title> Our  plan </title><meta name=generator content=Word><meta property=article:published_time "
      "content=2023-06-15T10:00>x");
  EXPECT_EQ(document.title, "Our plan");
  EXPECT_EQ(document.producer, "Word");
  EXPECT_EQ(document.created, "2023-06-15");
}

TEST(Html, APageWithoutTextIsBlankOrUnreadable) {
  EXPECT_EQ(page_of("").pages.front().state, PageState::blank);
  EXPECT_EQ(page_of("<nav>Home</nav><script>fetch()</script>").pages.front().state, PageState::unreadable);
  EXPECT_EQ(page_of("<script>s</script><p>x").pages.front().state, PageState::text);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Html, HostilePagesGiveADocument) {
  const std::string pages[] = {
      repeated("<div>", 20'000) + "deep",
      repeated("<b>", 20'000) + "deep",
      "<table>" + repeated("<tr><td><table>", 3'000) + "deep",
      repeated("<ul><li>", 5'000) + "deep",
      "<table><tr><td colspan=99999999 rowspan=99999999>deep" + repeated("<tr><td>x", 2'000),
      "<p>deep\xC3\x28\xFF" + std::string(3, '\0') + "</p><![CDATA[ <!-- <svg><p>",
  };
  for (const std::string& html : pages)
    EXPECT_NE(page_of(html).text.find("deep"), std::string::npos) << html.substr(0, 60);
}

TEST(Html, IsReadByWhatTheBytesSay) {
  const Result<Document> document =
      extract_in_process("<!-- saved from url=(0014)about:internet -->\n<html><p>x", "hash");
  ASSERT_TRUE(document);
  EXPECT_EQ(outline_of(*document), "p x\n");
}

// html/NAME.html is a saved page, html/NAME.outline what is expected of it.
TEST(Html, SavedPages) {
  const auto files = files_below(fs::path(PLANMARK_SOURCE_DIR) / "tests/extract/html").value();
  std::size_t pages = 0;
  for (const fs::path& file : files) {
    if (file.extension() != ".html") continue;
    ++pages;
    const std::string expected = read_file(fs::path(file).replace_extension(".outline")).value_or("");
    EXPECT_EQ(outline_of(page_of(read_file(file).value())), expected) << file;
  }
  EXPECT_GE(pages, 2U);
}

}  // namespace
}  // namespace planmark
