#include "analyze/lexicon_questions.h"

#include <algorithm>
#include <span>
#include <utility>

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

std::vector<std::string> setting_names(std::span<const SettingKey> keys) {
  std::vector<std::string> names;
  for (const SettingKey& key : keys) names.emplace_back(key.name);
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

// Sets the keys that the table has over those that are there.
void read_settings(LexiconTable& table, std::span<const SettingKey> keys, const std::set<std::string>& known,
                   Settings& settings) {
  for (const SettingKey& key : keys) {
    const std::string name(key.name);
    if (!table.has(name)) continue;
    if (!key.is_list) {
      if (const auto number = table.number(name)) settings.numbers[name] = *number;
      continue;
    }
    const std::vector<PlacedText> texts = table.texts(name);
    const bool names_concepts = name.ends_with("concepts") || name.ends_with("cues");
    settings.lists[name] = names_concepts ? concepts_of(table, texts, known) : plain(texts);
  }
}

std::vector<std::string> with(std::vector<std::string> keys, const std::vector<std::string>& more) {
  keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

void read_decide(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  for (LexiconTable& decide :
       table.tables("decide", format("[question.decide] for {}", name_of(question.type)))) {
    decide.allow(setting_names(settings_of(question.type)));
    read_settings(decide, settings_of(question.type), known, question.settings);
  }
}

void read_options(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  if (!has_options(question.type)) return;
  std::set<std::string> names;
  for (LexiconTable& option : table.tables("option", "an option")) {
    option.allow({"name", "concepts", "all_of", "rank", "decide"});
    const PlacedText name = option.required_text("name");
    if (!names.insert(name.text).second) option.report(name.place, "this question has this option already");
    Option read{name.text, concepts_of(option, option.texts("concepts"), known), {}, 0, question.settings};
    for (const PlacedText& other : option.texts("all_of")) {
      if (!names.contains(other.text) || other.text == name.text)
        option.report(other.place, format("no option above is called '{}'", other.text));
      read.all_of.push_back(other.text);
    }
    read.rank = option.number("rank").value_or(static_cast<double>(question.options.size()));
    for (LexiconTable& decide : option.tables("decide", "[question.option.decide]")) {
      decide.allow(setting_names(settings_of(question.type)));
      read_settings(decide, settings_of(question.type), known, read.settings);
    }
    question.options.push_back(std::move(read));
  }
  if (question.options.empty()) table.report(table.place(), "this question has no [[question.option]]");
}

Aspect read_aspect(LexiconTable& table, const Question& question, const std::set<std::string>& known,
                   const std::vector<std::string>& own_keys) {
  table.allow(with(setting_names(sentence_keys()), own_keys));
  Aspect aspect{{}, concepts_of(table, table.texts("concepts"), known), question.settings};
  if (aspect.concepts.empty()) aspect.concepts = question.concepts;
  read_settings(table, sentence_keys(), known, aspect.settings);
  return aspect;
}

void read_aspects(LexiconTable& table, Question& question, const std::set<std::string>& known) {
  if (question.type != AnswerType::rag) return;
  for (LexiconTable& entry : table.tables("aspect", "an aspect")) {
    Aspect aspect = read_aspect(entry, question, known, {"name", "concepts"});
    aspect.name = entry.required_text("name").text;
    question.aspects.push_back(std::move(aspect));
  }
  for (LexiconTable& entry : table.tables("partly", "[question.partly]"))
    question.partly = read_aspect(entry, question, known, {"concepts"});
}

// Known gaps or the others.
std::vector<QuestionExample> examples_of(LexiconTable& table, bool known_gaps) {
  std::vector<QuestionExample> examples;
  for (LexiconTable& example : table.tables("example", "an example")) {
    example.allow({"text", "expect", "known_gap"});
    const std::string text = example.required_text("text").text;
    const auto expect = example.text_or_empty("expect");
    const bool known_gap = example.number("known_gap").value_or(0) != 0;
    if (known_gap == known_gaps) examples.push_back({text, expect, example.place().line});
  }
  return examples;
}

void read_head(LexiconTable& table, Question& question) {
  question.id = table.required_text("id").text;
  question.parts = plain(table.required_texts("parts"));
  question.wording = table.required_text("wording").text;
  question.source = table.required_text("source").text;
  question.file = table.file().name;
  question.line = table.place().line;
  question.examples = examples_of(table, false);
}

// Asked of another part, or in other words, and decided as the question above that it names.
Question read_likeness(LexiconTable& table, const std::vector<QuestionEntry>& above) {
  table.allow({"id", "like", "parts", "wording", "source", "example"});
  const PlacedText like = table.required_text("like");
  const auto model = std::find_if(above.begin(), above.end(),
                                  [&](const auto& entry) { return entry.question.id == like.text; });
  if (model == above.end()) {
    table.report(like.place, format("no question above in this file has the id '{}'", like.text));
    return {};
  }
  Question question = model->question;
  question.examples.clear();
  read_head(table, question);
  return question;
}

Question read_own(LexiconTable& table, const std::set<std::string>& known, const DefaultSettings& defaults) {
  table.allow({"id", "criterion", "parts", "type", "wording", "source", "concepts", "option", "aspect",
               "partly", "decide", "example"});
  Question question;
  read_head(table, question);
  question.criterion = table.required_text("criterion").text;
  question.type = read_type(table);
  question.concepts = concepts_of(table, table.texts("concepts"), known);
  if (const auto usual = defaults.find(question.type); usual != defaults.end())
    question.settings = usual->second;
  read_decide(table, question, known);
  read_options(table, question, known);
  read_aspects(table, question, known);
  return question;
}

}  // namespace

DefaultSettings read_defaults(const std::vector<const LexiconFile*>& files,
                              const std::set<std::string>& concept_ids, Mistakes& mistakes) {
  DefaultSettings defaults;
  for (const LexiconFile* file : files) {
    LexiconTable root(*file, file->root, "a lexicon of questions", mistakes);
    for (LexiconTable& table : root.tables("default", "[[default]]")) {
      const AnswerType type = read_type(table);
      table.allow(with(setting_names(settings_of(type)), {"type"}));
      if (defaults.contains(type))
        table.report(table.place(), format("the defaults of {} are set already", name_of(type)));
      read_settings(table, settings_of(type), concept_ids, defaults[type]);
    }
  }
  return defaults;
}

std::vector<QuestionEntry> read_questions(const LexiconFile& file, const std::set<std::string>& concept_ids,
                                          const DefaultSettings& defaults, Mistakes& mistakes) {
  LexiconTable root(file, file.root, "a lexicon of questions", mistakes);
  root.allow({"question", "default"});
  std::vector<QuestionEntry> entries;
  for (LexiconTable& table : root.tables("question", "a question")) {
    Question question =
        table.has("like") ? read_likeness(table, entries) : read_own(table, concept_ids, defaults);
    entries.push_back(
        {std::move(question), &file, table.required_text("id").place, examples_of(table, true)});
  }
  return entries;
}

}  // namespace planmark
