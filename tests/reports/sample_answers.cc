#include "tests/reports/sample_answers.h"

#include <map>

#include "reports/answer_text.h"

namespace planmark {
namespace {

const std::vector<std::string> systems = {"Ayle", "Bray", "Corve", "Dove", "Esk", "Fal"};

const std::map<std::string, Missing> reasons = {{"(blank)", Missing::blank},
                                                {"(not applicable)", Missing::not_applicable},
                                                {"(no document)", Missing::no_document},
                                                {"(unreadable)", Missing::unreadable},
                                                {"(cannot tell)", Missing::cannot_tell}};

Question question(const char* id, AnswerType type, const char* wording) {
  Question made;
  made.id = id;
  made.criterion = "Co-production";
  made.parts = {"strategy"};
  made.type = type;
  made.wording = wording;
  return made;
}

}  // namespace

RuleBook sample_survey() {
  RuleBook rules;
  Question asked = question("COP-01", AnswerType::rag, "Was anybody asked?");
  Question how = question("COP-05", AnswerType::multi_select, "How were they asked?");
  for (const char* name : {"survey", "focus groups", "VCSE sector"}) {
    Option option;
    option.name = name;
    how.options.push_back(option);
  }
  rules.questions = {asked, how};
  return rules;
}

EditionAnswers sample_answers(const std::string& question, const std::vector<const char*>& answers,
                              Basis basis) {
  const RuleBook rules = sample_survey();
  EditionAnswers all;
  all.edition = "2023";
  all.basis = basis;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    all.systems.push_back(systems.at(i));
    SystemAnswer answer{systems[i], "strategy", question, "", Missing::no, {}};
    const auto missing = reasons.find(answers[i]);
    if (missing != reasons.end())
      answer.missing = missing->second;
    else
      answer.answer = answer_of(answers[i], *rules.find_question(question)).value();
    all.answers.push_back(answer);
  }
  return all;
}

}  // namespace planmark
