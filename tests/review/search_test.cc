#include "review/search.h"

#include "base/format.h"
#include "review/database.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class SearchTest : public WorkspaceFixture {
 protected:
  // A document of these pages; its hash.
  std::string stored(Workspace& workspace, const std::string& name,
                     const std::vector<std::string>& pages) const {
    Document document;
    document.sha256 = add(workspace, name, name);
    for (const std::string& page : pages) {
      const auto begin = static_cast<std::uint32_t>(document.text.size());
      document.text += page;
      document.pages.push_back({{begin, static_cast<std::uint32_t>(document.text.size())}, 595, 842});
    }
    EXPECT_TRUE(workspace.save_extraction(document, reader_1));
    return document.sha256;
  }

  // "2: [listened] to [young] people", for each hit: page, and the snippet with what was found in brackets.
  static std::vector<std::string> found(const Workspace& workspace, std::string_view words,
                                        const std::string& sha256 = {}) {
    std::vector<std::string> lines;
    const auto hits = search(workspace, words, sha256);
    EXPECT_TRUE(hits) << words << (hits ? "" : describe(hits.error()));
    if (!hits) return lines;
    for (const PageHit& hit : *hits) {
      std::string snippet = hit.snippet;
      for (auto span = hit.spans_in_snippet.rbegin(); span != hit.spans_in_snippet.rend(); ++span)
        snippet.insert(span->end, "]").insert(span->begin, "[");
      lines.push_back(format("{}: {}", hit.page, snippet));
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;

TEST_F(SearchTest, FindsWordsPhrasesAndBeginnings) {
  Workspace workspace = open();
  const std::string a =
      stored(workspace, "a.pdf", {"We listened to\nyoung people.\n", "", "Young carers\x01 and people\n"});
  stored(workspace, "b.pdf", {"Caf\u00e9 \u201Cyoung\u201D SAFEGUARDING\n"});
  const struct {
    const char* words;
    Lines found;
  } rows[] = {
      {"listening", {"1: We [listened] to young people."}},
      {"young people", {"1: We listened to [young] [people].", "3: [Young] carers  and [people]"}},
      {"\"young people\"", {"1: We listened to [young people]."}},
      {"\"young people", {"1: We listened to [young people]."}},
      {"care*", {"3: Young [carers]  and people"}},
      {"nothing", {}},
      {"", {}},
      {" \"\" * ** - ", {}},
      {"people - carers", {"3: Young [carers]  and [people]"}},
  };
  for (const auto& row : rows) {
    Lines lines = found(workspace, row.words, a);
    for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
    EXPECT_EQ(lines, row.found) << row.words;
  }
  EXPECT_EQ(found(workspace, "cafe"), Lines{"1: [Caf\u00e9] \u201Cyoung\u201D SAFEGUARDING "});
  EXPECT_EQ(found(workspace, "young").size(), 3u) << "across all documents";
  EXPECT_EQ(search(workspace, "young", {}, 1)->size(), 1u);
}

TEST_F(SearchTest, SpansAreThoseOfTheDocument) {
  Workspace workspace = open();
  const std::vector<std::string> pages{"caf\u00e9 one\n", "two caf\u00e9 caf\u00e9 three\n"};
  const std::string sha256 = stored(workspace, "a.pdf", pages), text = pages[0] + pages[1];
  const auto hits = search(workspace, "cafe", sha256);
  ASSERT_TRUE(hits);
  ASSERT_EQ(hits->size(), 2u);
  EXPECT_EQ((*hits)[1].spans.size(), 2u);
  for (const PageHit& hit : *hits)
    for (const Span span : hit.spans) EXPECT_EQ(slice(text, span), "caf\u00e9");
}

TEST_F(SearchTest, WhatPeopleTypeIsNeverSearchLanguage) {
  Workspace workspace = open();
  const std::string a = stored(workspace, "a.pdf", {"near or not and text a\n"});
  for (const char* words :
       {"NEAR(near text)", "text:near", "near AND", "NOT", "^near", "{text}: near", "near + not", "a\"b",
        "'; DROP TABLE page; --", "(", "\xff\xfe near", "near\" OR \"text", "-near", "*"}) {
    const auto hits = search(workspace, words, a);
    EXPECT_TRUE(hits) << words << (hits ? "" : describe(hits.error()));
  }
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "near ";
  EXPECT_EQ(search(workspace, many, a)->size(), 1u);
}

TEST_F(SearchTest, TheIndexFollowsTheText) {
  Workspace workspace = open();
  stored(workspace, "a.pdf", {"first words\n"});
  const std::string b = stored(workspace, "b.pdf", {"other words\n"});
  stored(workspace, "a.pdf", {"second thoughts\n"});
  EXPECT_EQ(found(workspace, "first"), Lines());
  EXPECT_EQ(found(workspace, "thoughts").size(), 1u);
  ASSERT_TRUE(workspace.save_refusal(b, {ProblemKind::damaged, "no pages", "", ""}, reader_1));
  EXPECT_EQ(found(workspace, "words"), Lines());
  EXPECT_TRUE(
      workspace.database().execute("INSERT INTO page_search (page_search) VALUES ('integrity-check')"));
}

TEST_F(SearchTest, OldWorkspacesAreIndexedWhenTheyAreOpened) {
  {
    Workspace workspace = open();
    stored(workspace, "a.pdf", {"first words\n", "second words\n"});
    ASSERT_TRUE(workspace.database().execute(
        "DROP TRIGGER page_becomes_searchable; DROP TRIGGER page_stops_being_searchable; DROP TABLE "
        "page_search;"
        "DROP VIEW page_text; DROP TABLE page_number;"
        "DROP TABLE pack_state; DROP TABLE reply; DROP TABLE pack_document; DROP TABLE pack;"
        "DROP TABLE page_link; DROP TABLE sighting; DROP TABLE watch_round; DROP INDEX page_states;"
        "DELETE FROM migration WHERE number >= 9"));
  }
  const Workspace again = open();
  EXPECT_EQ(found(again, "words").size(), 2u);
}

}  // namespace
}  // namespace planmark
