#include "analyze/term_pattern.h"

#include <gtest/gtest.h>

#include <ostream>

#include "analyze/pattern.h"

namespace planmark {
namespace {

const Inflections inflections = {{{"child", {"children"}}, {"person", {"people", "persons"}}},
                                 {{"lead", {"led"}}, {"send", {"sent"}}},
                                 {"after", "in", "young"}};

bool finds(const std::string& pattern, bool case_sensitive, std::string_view text) {
  return !PatternSet({{pattern, case_sensitive}}).locate(0, text).empty();
}

struct Row {
  const char* term;
  std::vector<const char*> found;
  std::vector<const char*> not_found;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.term; }

class Terms : public testing::TestWithParam<Row> {};

TEST_P(Terms, FindTheirForms) {
  const std::string pattern = term_pattern(GetParam().term, inflections);
  EXPECT_EQ(pattern_error(pattern), "");
  for (const char* text : GetParam().found)
    EXPECT_TRUE(finds(pattern, false, text)) << pattern << " in " << text;
  for (const char* text : GetParam().not_found)
    EXPECT_FALSE(finds(pattern, false, text)) << pattern << " in " << text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Terms,
    testing::Values(
        Row{"carer", {"carer", "Carers", "carer's", "carers'", "CARERS"}, {"caring", "care", "carersome"}},
        Row{"family", {"family", "families", "family's", "families'"}, {"familie", "familiar"}},
        Row{"day", {"days", "day's"}, {"daies"}}, Row{"bus", {"bus"}, {"buse"}},
        Row{"business", {"businesses"}, {"busines"}}, Row{"branch", {"branches", "branch"}, {"branche"}},
        Row{"half", {"halves", "half"}, {"halv"}}, Row{"staff", {"staff", "staff's"}, {"stave"}},
        Row{"services", {"services", "services'"}, {"service"}},
        Row{"child",
            {"child", "children", "children's", "childrens", "child's"},
            {"childhood", "childminder"}},
        Row{"children's service", {"children's services", "childrens service"}, {"children services"}},
        Row{"person", {"people's", "persons", "person"}, {"personal"}},
        Row{"looked-after child",
            {"looked after children", "looked-after child", "lookedafter child", "Looked- after-children"},
            {"looked at after children", "looked, after children"}},
        Row{"child in care", {"children in care", "child in-care"}, {"children incare", "children\tin care"}},
        Row{"children and families", {"children & families", "children and families"}, {"children families"}},
        Row{"young carer", {"young carers"}, {"youngs carer"}},
        Row{"consult~", {"consult", "consults", "consulted", "consulting"}, {"consultation", "consultant"}},
        Row{"engage~ with", {"engaged with", "engaging with", "engages with"}, {"engagement with"}},
        Row{"plan~", {"planned", "planning", "plans"}, {"plane"}},
        Row{"carry~", {"carried", "carries", "carrying"}, {"carryed"}},
        Row{"discuss~", {"discusses", "discussed"}, {"discussion"}},
        Row{"lead~", {"led", "leading", "leads"}, {"leader"}},
        Row{"co-produce~", {"co-produced", "coproduced", "co-producing"}, {"co-production"}},
        Row{"Core20PLUS5", {"Core20PLUS5", "CORE20plus5"}, {"Core20PLUS55", "Core20"}},
        Row{"0-25", {"0-25", "0 - 25"}, {"10-25", "0-250"}},
        Row{"C++ (new)", {"the c++ (new) one"}, {"c (new)"}}));

TEST(ExactTerms, KeepTheirLetterCase) {
  const std::string pattern = exact_term_pattern("PRU");
  for (const char* text : {"PRU", "PRUs", "PRU's", "(PRU)"}) EXPECT_TRUE(finds(pattern, true, text)) << text;
  for (const char* text : {"pru", "Pru", "PRUDENT", "aPRU"}) EXPECT_FALSE(finds(pattern, true, text)) << text;
  EXPECT_TRUE(finds(exact_term_pattern("Core20PLUS5 CYP"), true, "the Core20PLUS5-CYP"));
}

}  // namespace
}  // namespace planmark
