#include "reports/refi_project.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/format.h"
#include "corpus/zip_archive.h"
#include "reports/code_points.h"
#include "reports/named_id.h"
#include "reports/plain_text.h"
#include "reports/xml_text.h"

namespace planmark {
namespace {

using Standing = ShownAnswer::Standing;

constexpr std::string_view project_space = "urn:QDA-XML:project:1.0";
constexpr const char* variables[] = {"Part", "Edition", "SHA-256", "Published at"};
constexpr std::size_t name_columns = 80;

bool is_answered(const ShownAnswer& answer) {
  return answer.standing == Standing::confirmed || answer.standing == Standing::draft;
}

std::string user_of(const ShownAnswer& answer) { return answer.person.empty() ? "planmark" : answer.person; }
std::string user_id(const std::string& name) { return uuid_of("user\n" + name); }
std::string code_id(const std::string& code) { return uuid_of("code\n" + code); }
std::string variable_id(const std::string& name) { return uuid_of("variable\n" + name); }
std::string source_id(const AnsweredDocument& document) { return uuid_of("source\n" + document.sha256); }

std::string source_name(const AnsweredDocument& document) {
  std::string name = printable(format("{}, {} {}", document.system, document.part, document.edition));
  std::replace(name.begin(), name.end(), '/', '-');
  return name;
}

// Of each value of the answer; of free text, the question alone.
std::vector<std::string> codes_of(const ShownAnswer& answer, const Question& question) {
  const std::string mark = answer.standing == Standing::draft ? " (draft)" : "";
  std::vector<std::string> values;
  if (question.type == AnswerType::named_person)
    values = {answer.answer.lead == LeadStatus::named       ? "named"
              : answer.answer.lead == LeadStatus::role_only ? "role only"
                                                            : "not named"};
  else if (question.type == AnswerType::multi_select)
    values = answer.answer.values.empty() ? std::vector<std::string>{"None"} : answer.answer.values;
  else if (question.type != AnswerType::free_text)
    values = {answer.answer.value};
  if (values.empty()) return {question.id + ": text" + mark};
  for (std::string& value : values) value = format("{}: {}{}", question.id, value, mark);
  return values;
}

// The values that the quote supports where it says which, otherwise all of them.
std::vector<std::string> codes_of(const AnswerQuote& quote, const ShownAnswer& answer,
                                  const Question& question) {
  std::vector<std::string> codes = codes_of(answer, question);
  const auto said = std::find_if(codes.begin(), codes.end(), [&](const std::string& code) {
    return !quote.note.empty() && code.starts_with(format("{}: {}", question.id, quote.note));
  });
  return said == codes.end() ? codes : std::vector<std::string>{*said};
}

// Who made the codings of an answer, and when.
std::string creation_of(const ShownAnswer& answer, const RefiFacts& facts) {
  return xml_attribute("creatingUser", user_id(user_of(answer))) +
         xml_attribute("creationDateTime", answer.at.empty() ? facts.at : answer.at);
}

std::string coding(const std::string& owner, const std::string& code, const std::string& creation) {
  return format("<Coding{}{}><CodeRef{}/></Coding>",
                xml_attribute("guid", uuid_of("coding\n" + owner + "\n" + code)), creation,
                xml_attribute("targetGUID", code_id(code)));
}

std::string selection(const AnsweredDocument& document, const CodePoints& characters,
                      const ShownAnswer& answer, const Question& question, const AnswerQuote& quote,
                      const std::string& creation) {
  const std::string id = uuid_of(format("selection\n{}\n{}\n{}\n{}\n{}", document.sha256, question.id,
                                        quote.span.begin, quote.span.end, quote.note));
  std::string xml = "<PlainTextSelection" + xml_attribute("guid", id) +
                    xml_attribute("name", shortened(printable(quote.text), name_columns)) +
                    xml_attribute("startPosition", format("{}", characters.before(quote.span.begin))) +
                    xml_attribute("endPosition", format("{}", characters.before(quote.span.end))) + creation +
                    ">";
  const std::string& said = answer.comment.empty() ? answer.because : answer.comment;
  if (!said.empty())
    xml += format("<Description>{}{}</Description>",
                  answer.standing == Standing::draft ? "Draft, not confirmed. " : "", xml_of(said));
  for (const std::string& code : codes_of(quote, answer, question)) xml += coding(id, code, creation);
  return xml + "</PlainTextSelection>\n";
}

std::string variable_values(const AnsweredDocument& document) {
  const std::string* values[] = {&document.part, &document.edition, &document.sha256, &document.url};
  std::string xml;
  for (std::size_t i = 0; i < std::size(variables); ++i)
    if (!values[i]->empty())
      xml += format("<VariableValue><VariableRef{}/><TextValue>{}</TextValue></VariableValue>",
                    xml_attribute("targetGUID", variable_id(variables[i])), xml_of(*values[i]));
  return xml;
}

std::string source(const AnsweredDocument& document, const RuleBook& rules, const RefiFacts& facts) {
  const CodePoints characters(document.document.text);
  const std::string id = source_id(document);
  std::string selections, codings;
  for (const ShownAnswer& answer : document.answers) {
    const Question* question = rules.find_question(answer.question);
    if (question == nullptr || !is_answered(answer)) continue;
    const std::string creation = creation_of(answer, facts);
    bool is_selected = false;
    std::set<std::pair<Span, std::string>> seen;
    for (const AnswerQuote& quote : answer.quotes) {
      if (quote.against || !quote.in_place || !seen.insert({quote.span, quote.note}).second) continue;
      is_selected = true;
      selections += selection(document, characters, answer, *question, quote, creation);
    }
    if (!is_selected)
      for (const std::string& code : codes_of(answer, *question)) codings += coding(id, code, creation);
  }
  return "<TextSource" + xml_attribute("guid", id) + xml_attribute("name", source_name(document)) +
         xml_attribute("plainTextPath", format("internal://{}.txt", id)) +
         xml_attribute("creatingUser", user_id("planmark")) + xml_attribute("creationDateTime", facts.at) +
         ">\n" + selections + codings + variable_values(document) + "</TextSource>\n";
}

struct CodeBook {
  std::set<std::string> users = {"planmark"};
  std::map<std::string, std::set<std::string>> codes;  // that are used, by question
};

CodeBook code_book(const std::vector<AnsweredDocument>& documents, const RuleBook& rules) {
  CodeBook book;
  for (const AnsweredDocument& document : documents) {
    for (const ShownAnswer& answer : document.answers) {
      const Question* question = rules.find_question(answer.question);
      if (question == nullptr || !is_answered(answer)) continue;
      book.users.insert(user_of(answer));
      for (std::string& code : codes_of(answer, *question)) book.codes[question->id].insert(std::move(code));
    }
  }
  return book;
}

std::string code_begin(const std::string& id, const std::string& name, bool codable) {
  return format("<Code{}{} isCodable=\"{}\">", xml_attribute("guid", id), xml_attribute("name", name),
                codable);
}

std::string codes_xml(const CodeBook& book, const RuleBook& rules) {
  std::string xml, criterion;
  for (const Question& question : rules.questions) {
    const auto used = book.codes.find(question.id);
    if (used == book.codes.end()) continue;
    if (question.criterion != criterion) {
      if (!criterion.empty()) xml += "</Code>\n";
      criterion = question.criterion;
      xml += code_begin(uuid_of("criterion\n" + criterion), criterion, false);
    }
    xml += code_begin(uuid_of("question\n" + question.id), question.id, false) +
           format("<Description>{}</Description>", xml_of(question.wording));
    for (const std::string& code : used->second) xml += code_begin(code_id(code), code, true) + "</Code>";
    xml += "</Code>\n";
  }
  if (xml.empty()) return {};
  return "<CodeBook><Codes>" + xml + "</Code></Codes></CodeBook>\n";
}

std::string users_xml(const CodeBook& book) {
  std::string xml = "<Users>";
  for (const std::string& user : book.users)
    xml += format("<User{}{}/>", xml_attribute("guid", user_id(user)), xml_attribute("name", user));
  return xml + "</Users>\n";
}

std::string variables_xml() {
  std::string xml = "<Variables>";
  for (const char* name : variables)
    xml += format("<Variable{}{} typeOfVariable=\"Text\"/>", xml_attribute("guid", variable_id(name)),
                  xml_attribute("name", name));
  return xml + "</Variables>\n";
}

std::string cases_xml(const std::vector<const AnsweredDocument*>& documents) {
  std::string xml, system;
  for (const AnsweredDocument* document : documents) {
    if (document->system != system) {
      if (!system.empty()) xml += "</Case>";
      system = document->system;
      xml +=
          "<Case" + xml_attribute("guid", uuid_of("case\n" + system)) + xml_attribute("name", system) + ">";
    }
    xml += "<SourceRef" + xml_attribute("targetGUID", source_id(*document)) + "/>";
  }
  return xml.empty() ? xml : "<Cases>" + xml + "</Case></Cases>\n";
}

constexpr const char* about =
    "Codes that end in (draft) were proposed by the program and confirmed by nobody. Made by planmark.";

std::string project_xml(const std::vector<AnsweredDocument>& documents,
                        const std::vector<const AnsweredDocument*>& read, const RuleBook& rules,
                        const RefiFacts& facts) {
  const CodeBook book = code_book(documents, rules);
  std::string xml = std::string(xml_begin) + "<Project" + xml_attribute("xmlns", project_space) +
                    xml_attribute("name", facts.title) + xml_attribute("origin", "planmark") +
                    xml_attribute("creatingUserGUID", user_id("planmark")) +
                    xml_attribute("creationDateTime", facts.at) + ">\n";
  xml += users_xml(book) + codes_xml(book, rules) + variables_xml() + cases_xml(read);
  std::string sources;
  for (const AnsweredDocument* document : read) sources += source(*document, rules, facts);
  if (!sources.empty()) xml += "<Sources>\n" + sources + "</Sources>\n";
  return xml + "<Description>" + about + "</Description></Project>\n";
}

std::string plain_text(const AnsweredDocument& document) {
  std::string text = document.document.text;
  std::replace(text.begin(), text.end(), '\r', ' ');
  return text;
}

}  // namespace

Result<std::string> refi_project(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                 const RefiFacts& facts) {
  std::vector<const AnsweredDocument*> read;
  for (const AnsweredDocument& document : documents)
    if (!document.document.text.empty()) read.push_back(&document);
  std::vector<ZipEntry> entries = {{"project.qde", project_xml(documents, read, rules, facts)}};
  for (const AnsweredDocument* document : read)
    entries.push_back({format("Sources/{}.txt", source_id(*document)), plain_text(*document)});
  return zip_of(entries);
}

}  // namespace planmark
