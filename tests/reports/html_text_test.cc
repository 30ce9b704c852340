#include "reports/html_text.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(HtmlText, NothingOfADocumentIsMarkup) {
  const struct {
    const char *text, *html;
  } rows[] = {
      {"</p><script>alert(1)</script>", "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;"},
      {"caf\u00E9 \u2014 \u201Cyes\u201D\n", "caf\u00E9 \u2014 \u201Cyes\u201D\n"},
      {"a\x1b[2J\u0085\u202Eb\u2066c", "a[2Jbc"},
      {"broken \xff byte", "broken \uFFFD byte"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(html_of(row.text), row.html);
}

// Expected with: printf ... | base64
TEST(HtmlText, BytesStandInThePage) {
  EXPECT_EQ(data_url("image/png", ""), "data:image/png;base64,");
  EXPECT_EQ(data_url("t", "f"), "data:t;base64,Zg==");
  EXPECT_EQ(data_url("t", "fo"), "data:t;base64,Zm8=");
  EXPECT_EQ(data_url("t", "foo"), "data:t;base64,Zm9v");
  EXPECT_EQ(data_url("t", "\xFF\xFE\xFD\x3E"), "data:t;base64,//79Pg==");
}

}  // namespace
}  // namespace planmark
