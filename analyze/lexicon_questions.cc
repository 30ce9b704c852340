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

std::string name_of(AnswerType sought) {
  for (const auto& [name, type] : type_names)
    if (type == sought) return name;
  return {};
}

std::vector<std::string> setting_names(AnswerType type) {
  std::vector<std::string> names;
  for (const SettingKey& key : settings_of(type)) names.emplace_back(key.name);
  return names;
}

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
    table.report(id.place, format("there is no concept '{}'{}", id.text,
                                  did_you_mean(id.text, {known.begin(), known.end()})));
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
  table.report(written.place,
               format("'{}' is not a type of answer{}", written.text, did_you_mean(written.text, names)));
  return AnswerType::rag;
}

void read_options(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  if (!has_options(question.type)) return;
  std::set<std::string> names;
  for (LexiconTable& option : table.tables("option", "an option")) {
    option.allow({"name", "concepts"});
    const PlacedText name = option.required_text("name");
    if (!names.insert(name.text).second) option.report(name.place, "this question has this option already");
    question.options.push_back({name.text, concepts_of(option, option.texts("concepts"), known)});
  }
  if (question.options.empty()) table.report(table.place(), "this question has no [[question.option]]");
}

void read_settings(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  for (LexiconTable& decide :
       table.tables("decide", format("[question.decide] for {}", name_of(question.type)))) {
    decide.allow(setting_names(question.type));
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
  }
}

void read_question_examples(LexiconTable& table, Question& question) {
  for (LexiconTable& example : table.tables("example", "an example")) {
    example.allow({"text", "expect"});
    const std::string text = example.required_text("text").text;
    const auto expect = example.text_or_empty("expect");
    question.examples.push_back({text, expect, example.place().line});
  }
}

QuestionEntry read_question(LexiconTable table, const std::set<std::string>& known) {
  table.allow(
      {"id", "criterion", "parts", "type", "wording", "source", "concepts", "option", "decide", "example"});
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
  return {std::move(question), &table.file(), id.place};
}

}  // namespace

std::vector<QuestionEntry> read_questions(const LexiconFile& file, const std::set<std::string>& concept_ids,
                                          Mistakes& mistakes) {
  LexiconTable root(file, file.root, "a lexicon of questions", mistakes);
  root.allow({"question"});
  std::vector<QuestionEntry> entries;
  for (LexiconTable& table : root.tables("question", "a question"))
    entries.push_back(read_question(std::move(table), concept_ids));
  return entries;
}

}  // namespace planmark
