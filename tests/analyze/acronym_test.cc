#include "analyze/acronym.h"

#include <gmock/gmock.h>

#include "tests/analyze/real_lexicons.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> defined_in(const std::string& markup) {
  const Document document = document_from_markup(markup);
  std::vector<std::string> lines;
  for (const Acronym& acronym : find_acronyms(document))
    lines.push_back(acronym.letters + " = " + std::string(slice(document.text, acronym.meaning)));
  return lines;
}

TEST(Acronyms, AreDefinedInSentencesLinesAndRows) {
  struct Row {
    const char* markup;
    const char* expected;
  };
  const Row rows[] = {
      {"The Integrated Children's Trust (ICT) met in May.", "ICT = Integrated Children's Trust"},
      {"Each place has Local Area Coordinators (LACs).", "LAC = Local Area Coordinators"},
      {"Waits for speech and language therapy (SALT) fell.", "SALT = speech and language therapy"},
      {"Work by the speech and language team (SLT) goes on.", "SLT = speech and language team"},
      {"The multi-agency safeguarding hub (MASH) is open.", "MASH = multi-agency safeguarding hub"},
      {"The SLT (senior leadership team) will decide.", "SLT = senior leadership team"},
      {"We hold a CoP (Community of Practice) each term.", "CoP = Community of Practice"},
      {"CYPF: children, young people and families", "CYPF = children, young people and families"},
      {"ODN \xE2\x80\x93 Operational Delivery Network", "ODN = Operational Delivery Network"},
      {"The board of NHS England (NHSE) agreed.", "NHSE = NHS England"},
      {"| Short | Long |\n|---|---|\n| EP | Emergency planning |", "EP = Emergency planning"},
      {"| Long | Short |\n|---|---|\n| Emergency planning | EP |", "EP = Emergency planning"},
  };
  for (const Row& row : rows) EXPECT_THAT(defined_in(row.markup), ElementsAre(row.expected)) << row.markup;
}

TEST(Acronyms, AreNotMadeFromWhatOnlyStandsBeside) {
  for (const char* markup : {
           "We met twice in the year (ICT helped).",
           "Families told us (LAC team, May 2023).",
           "A named nurse in each place (SEND).",
           "ICT - see the annex for what it costs.",
           "The plan (as agreed by all) is here.",
       })
    EXPECT_THAT(defined_in(markup), IsEmpty()) << markup;
}

TEST(Acronyms, WithTwoMeaningsAreThereTwice) {
  EXPECT_THAT(
      defined_in("The senior leadership team (SLT) met.\n\nSpeech and language therapy (SLT) grew.\n\n"
                 "The Senior Leadership Teams (SLT) met again."),
      ElementsAre("SLT = senior leadership team", "SLT = Speech and language therapy"));
}

// The ids of the concepts found in the last paragraph.
std::vector<std::string> concepts_at_the_end(const std::string& markup, const std::string& prefix) {
  const RuleBook& rules = real_rules();
  const Document document = document_from_markup(markup);
  const FoldedText folded = fold(document.text);
  const std::vector<Sentence> sentences = split_sentences(document);
  const std::vector<Mention> mentions = mentions_as_defined(
      rules.matcher->find_mentions(folded, sentences), find_acronyms(document), document, sentences, rules);
  std::vector<std::string> ids;
  for (const Mention& mention : mentions) {
    const std::string& id = rules.concepts[rules.rules[mention.rule].concept_index].id;
    if (mention.sentence + 1 == sentences.size() && id.starts_with(prefix)) ids.push_back(id);
  }
  return ids;
}

TEST(Acronyms, CountAsWhatTheDocumentSaysTheyMean) {
  struct Row {
    const char* definition;
    const char* sentence;
    bool looked_after;
  };
  const Row rows[] = {
      {"", "CLA are the first in line.", true},
      {"The Clinical Leadership Academy (CLA) opened.", "CLA are the first in line.", false},
      {"We speak of children looked after (CLA).", "CLA are the first in line.", true},
      {"We speak of children looked after (CLA).", "A nurse saw each CLA.", true},
      {"We speak of children looked after.", "A nurse saw each CLA.", false},
      {"We speak of foster children (FC).", "A nurse saw the FCs.", true},
      {"The Clinical Leadership Academy (CLA) opened. Children looked after (CLA) wait.",
       "CLA are the first in line.", true},
  };
  for (const Row& row : rows)
    EXPECT_EQ(!concepts_at_the_end(std::string(row.definition) + "\n\n" + row.sentence, "group.looked-after")
                   .empty(),
              row.looked_after)
        << row.definition << " / " << row.sentence;
}

}  // namespace
}  // namespace planmark
