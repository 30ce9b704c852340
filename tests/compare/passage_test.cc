#include "compare/passage.h"

#include <gmock/gmock.h>

#include "extract/markup_document.h"

namespace planmark {
namespace {

using Forms = std::vector<std::string>;

Forms forms_of(const std::vector<ComparedWord>& words) {
  Forms forms;
  for (const ComparedWord& word : words) forms.push_back(word.form);
  return forms;
}

struct Row {
  const char* text;
  Forms forms;
};

const Row rows[] = {
    {"", {}},
    {"Every child, every day.", {"every", "child", "every", "day"}},
    {"Children\u2019s long\u2011term care (0\u201325)", {"childrens", "long", "term", "care", "0", "25"}},
    {"We spend £1,200 on 3.5% of Zo\u00EB\u2019s caf\u00E9s",
     {"we", "spend", "£", "1200", "on", "3.5", "%", "of", "zo\u00EBs", "caf\u00E9s"}},
    {"## 2.1 Our aims\n\n3. Fewer waits\n\na rise of -4",
     {"our", "aims", "fewer", "waits", "a", "rise", "of", "-4"}},
    {"| Aim | When |\n|---|---|\n| Hubs | 2024 |", {"aim", "when", "hubs", "2024"}},
};

TEST(ComparedWords, AreKnownByTheirForm) {
  for (const Row& row : rows)
    EXPECT_EQ(forms_of(compared_words(document_from_markup(row.text))), row.forms) << row.text;
}

// By themselves they are found without what a passage needs besides.
TEST(ComparedWords, AreThoseOfThePassages) {
  for (const Row& row : rows) {
    const Document document = document_from_markup(row.text);
    const std::vector<ComparedWord> words = compared_words(document),
                                    of_passages = passages_of(document).words;
    EXPECT_EQ(forms_of(words), forms_of(of_passages)) << row.text;
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(words[i].span, of_passages[i].span) << row.text;
  }
}

}  // namespace
}  // namespace planmark
