#include "analyze/person_name.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace planmark {
namespace {

struct Row {
  const char* text;
  const char* names;  // joined by "; "
};

class PersonNames : public testing::TestWithParam<Row> {};

TEST_P(PersonNames, AreFoundByTheirShape) {
  const std::string text = GetParam().text;
  std::vector<Span> taken;
  for (const std::string word : {"Chief", "Nurse", "Board", "Trust", "SEND"})
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      taken.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
  std::sort(taken.begin(), taken.end());
  std::string names;
  for (const Span name : find_person_names(text, {0, static_cast<std::uint32_t>(text.size())}, taken))
    names += (names.empty() ? "" : "; ") + std::string(slice(text, name));
  EXPECT_EQ(names, GetParam().names) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, PersonNames,
    testing::Values(Row{"Ann Cray, Chief Nurse, spoke.", "Ann Cray"},
                    Row{"our Chief Nurse Ann Cray", "Ann Cray"},
                    Row{"Dr. Sián O'Rourke-Bell and Professor J. R. McKay",
                        "Dr. Sián O'Rourke-Bell; Professor J. R. McKay"},
                    Row{"Dr Cray met the Board", "Dr Cray"},
                    Row{"Ana de Souza and Pieter van der Berg", "Ana de Souza; Pieter van der Berg"},
                    Row{"Ann Cray's report", "Ann Cray"}, Row{"Ann CRAY; Bob SEND", "Ann CRAY"},
                    Row{"(Łukasz Żak)", "Łukasz Żak"},
                    Row{"From 1 April Ann Cray leads. April Jones stays.", "Ann Cray; April Jones"},
                    Row{"The Board and Our Trust met Ann.", ""}, Row{"Ann\tCray", ""},
                    Row{"Ann, Cray. Bob", ""}, Row{"ann cray", ""}));

}  // namespace
}  // namespace planmark
