#include "analyze/lexicon_questions.h"

#include <algorithm>

#include "analyze/edit_distance.h"
#include "analyze/settings.h"
#include "base/format.h"

namespace planmark {
namespace {

struct TypeName {
  const char* name;
  AnswerType type;
};
constexpr TypeName type_names[] = {
    {"rag", AnswerType::rag},
    {"yes_no", AnswerType::yes_no},
    {"single_select", AnswerType::single_select},
    {"multi_select", AnswerType::multi_select},
    {"named_person", AnswerType::named_person},
    {"free_text", AnswerType::free_text},
};

bool has_options(AnswerType type) {
  return type == AnswerType::single_select || type == AnswerType::multi_select;
}

std::vector<std::string> plain(const std::vector<PlacedText>& placed) {
  std::vector<std::string> texts;
  for (const PlacedText& text : placed) texts.push_back(text.text);
  return texts;
}

std::vector<std::string> concepts_of(LexiconTable& table, const std::vector<PlacedText>& named,
                                     const std::set<std::string>& known) {
  for (const PlacedText& id : named) {
    if (known.contains(id.text)) continue;
    const std::string nearest = nearest_word(id.text, {known.begin(), known.end()});
    table.report(id.place, nearest.empty()
                               ? format("there is no concept '{}'", id.text)
                               : format("there is no concept '{}'; did you mean '{}'?", id.text, nearest));
  }
  return plain(named);
}

AnswerType read_type(LexiconTable& table) {
  const PlacedText written = table.required_text("type");
  std::vector<std::string> names;
  for (const auto& [name, type] : type_names) {
    if (written.text == name) return type;
    names.emplace_back(name);
  }
  const std::string nearest = nearest_word(written.text, names);
  table.report(written.place, nearest.empty() ? format("'{}' is not a type of answer", written.text)
                                              : format("'{}' is not a type of answer; did you mean '{}'?",
                                                       written.text, nearest));
  return AnswerType::rag;
}

void read_options(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  if (!has_options(question.type)) return;
  std::set<std::string> names;
  for (LexiconTable& option : table.tables("option", "option")) {
    const PlacedText name = option.required_text("name");
    if (!names.insert(name.text).second) option.report(name.place, "this question has this option already");
    question.options.push_back({name.text, concepts_of(option, option.texts("concepts"), known)});
    option.end();
  }
  if (question.options.empty()) table.report(table.place(), "this question has no [[question.option]]");
}

void read_settings(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  for (LexiconTable& decide : table.tables("decide", "table 'decide' of this type of answer")) {
    for (const SettingKey& key : settings_of(question.type)) {
      const std::string name(key.name);
      if (!key.is_list) {
        if (const auto number = decide.number(name)) question.settings.numbers[name] = *number;
        continue;
      }
      const std::vector<PlacedText> texts = decide.texts(name);
      const bool names_concepts = name.ends_with("concepts") || name.ends_with("cues");
      if (!texts.empty())
        question.settings.lists[name] = names_concepts ? concepts_of(decide, texts, known) : plain(texts);
    }
    decide.end();
  }
}

void read_question_examples(LexiconTable& table, Question& question) {
  for (LexiconTable& example : table.tables("example", "example")) {
    const std::string text = example.required_text("text").text;
    const auto expect = example.text_or_empty("expect");
    question.examples.push_back({text, expect, example.place().line});
    example.end();
  }
}

QuestionEntry read_question(LexiconTable table, const std::set<std::string>& known) {
  const PlacedText id = table.required_text("id");
  Question question;
  question.id = id.text;
  question.criterion = table.required_text("criterion").text;
  question.parts = plain(table.required_texts("parts"));
  question.type = read_type(table);
  question.wording = table.required_text("wording").text;
  question.source = table.required_text("source").text;
  question.concepts = concepts_of(table, table.texts("concepts"), known);
  question.file = table.file().name;
  question.line = table.place().line;
  read_options(table, question, known);
  read_settings(table, question, known);
  read_question_examples(table, question);
  table.end();
  return {std::move(question), &table.file(), id.place};
}

}  // namespace

std::vector<QuestionEntry> read_questions(const LexiconFile& file, const std::set<std::string>& concept_ids,
                                          Mistakes& mistakes) {
  LexiconTable root(file, file.root, "lexicon of questions", mistakes);
  std::vector<QuestionEntry> entries;
  for (LexiconTable& table : root.tables("question", "question"))
    entries.push_back(read_question(std::move(table), concept_ids));
  root.end();
  return entries;
}

}  // namespace planmark
