#include "reports/survey_prefill.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "analyze/analyze.h"
#include "base/ascii.h"
#include "base/format.h"
#include "corpus/csv.h"
#include "reports/csv_line.h"
#include "reports/html_text.h"
#include "reports/report_style.h"
#include "reports/standalone_page.h"
#include "review/answer_check.h"

namespace planmark {
namespace {

using Kind = FormMapping::Kind;
using Standing = ShownAnswer::Standing;

constexpr std::array<std::string_view, 6> facts = {"system", "part", "edition", "title", "file", "url"};

bool is_fact(std::string_view name) { return std::find(facts.begin(), facts.end(), name) != facts.end(); }

std::string fact_of(const AnsweredDocument& document, std::string_view name) {
  if (name == "system") return document.system;
  if (name == "part") return document.part;
  if (name == "edition") return document.edition;
  if (name == "title") return document.title;
  return name == "file" ? document.file : document.url;
}

// --- the table -----------------------------------------------------------------------------------------

std::string host_of(std::string_view address) {
  constexpr std::string_view begin = "https://";
  if (!lower_ascii(address).starts_with(begin)) return {};
  address.remove_prefix(begin.size());
  return lower_ascii(address.substr(0, address.find_first_of("/?#:@")));
}

bool all_of(std::string_view text, auto is_kind) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_kind);
}

bool is_field(std::string_view field, Kind kind) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter_or_digit = [&](char c) {
    return is_digit(c) || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z');
  };
  constexpr std::string_view entry = "entry.";
  if (kind == Kind::google) return field.starts_with(entry) && all_of(field.substr(entry.size()), is_digit);
  return field.starts_with('r') && all_of(field.substr(1), is_letter_or_digit);
}

class MappingReader {
 public:
  MappingReader(const std::string& where, const RuleBook& rules) : where_(where), rules_(rules) {}

  Result<FormMapping> read(const std::vector<CsvRow>& rows) {
    if (rows.empty()) return failure(ProblemKind::bad_input, "this table is empty", where_, columns_wanted);
    if (!find_columns(rows.front()))
      return failure(ProblemKind::bad_input, "this table has not the columns question, part and field",
                     where_, columns_wanted);
    read_form(rows);
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
      if (cell(*row, question_) != "form") read_row(*row);
    if (!mistakes_.empty())
      return failure(ProblemKind::bad_input, joined(mistakes_, "\n"), where_, "mend the table and try again");
    return std::move(mapping_);
  }

 private:
  static constexpr const char* columns_wanted = "its first line is: question,part,field";

  bool find_columns(const CsvRow& head) {
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
      const std::string name = lower_ascii(head.cells[i]);
      (name == "question" ? question_ : name == "part" ? part_ : name == "field" ? field_ : ignored_) = i;
    }
    return question_ != missing && part_ != missing && field_ != missing;
  }

  static const std::string& cell(const CsvRow& row, std::size_t column) { return row.cells[column]; }

  void mistake(const CsvRow& row, std::string what) {
    mistakes_.push_back(format("{}:{}: {}", where_, row.line, what));
  }

  void read_form(const std::vector<CsvRow>& rows) {
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
      if (cell(*row, question_) != "form") continue;
      if (!mapping_.address.empty()) {
        mistake(*row, "the form's address stands above already");
        continue;
      }
      mapping_.address = cell(*row, field_);
      const std::string host = host_of(mapping_.address);
      const bool is_google = host == "docs.google.com", is_microsoft = host == "forms.office.com" ||
                                                                       host == "forms.microsoft.com" ||
                                                                       host == "forms.cloud.microsoft";
      if (!is_google && !is_microsoft)
        mistake(*row, format("{} is the address of no Google or Microsoft form", mapping_.address));
      mapping_.kind = is_microsoft ? Kind::microsoft : Kind::google;
    }
    if (mapping_.address.empty() && rows.size() > 1)
      mistakes_.push_back(where_ + ": there is no row \"form\" with the form's address");
  }

  void read_row(const CsvRow& row) {
    const FormField field{cell(row, question_), cell(row, part_), cell(row, field_)};
    const Question* question = rules_.find_question(field.question);
    if (question == nullptr && !is_fact(field.question))
      return mistake(row, format("the survey has no question {}", field.question));
    if (question != nullptr && !field.part.empty() && !is_asked_of(*question, field.part))
      return mistake(row, format("{} is not asked of a {}", field.question, field.part));
    if (!mapping_.address.empty() && !is_field(field.field, mapping_.kind))
      return mistake(row, format("\"{}\" is no field of this form: {}", field.field,
                                 mapping_.kind == Kind::google ? "they are written entry.123456"
                                                               : "they are written r and letters or digits"));
    if (!fields_.insert(field.field + "\n" + field.part).second)
      return mistake(row, format("the field {} stands above already", field.field));
    if (!questions_.insert(field.question + "\n" + field.part).second)
      return mistake(row, format("{} has a field above already", field.question));
    mapping_.fields.push_back(field);
  }

  static constexpr std::size_t missing = static_cast<std::size_t>(-1);
  const std::string& where_;
  const RuleBook& rules_;
  std::size_t question_ = missing, part_ = missing, field_ = missing, ignored_ = missing;
  std::vector<std::string> mistakes_;
  std::set<std::string> fields_, questions_;
  FormMapping mapping_;
};

// --- links ---------------------------------------------------------------------------------------------

// RFC 3986: all but letters, digits and "-._~" as bytes in hexadecimal.
std::string encoded(std::string_view text) {
  std::string url;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    url +=
        plain ? std::string(1, c) : format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return url;
}

std::string google_values(const std::string& field, const std::vector<std::string>& values) {
  std::string query;
  for (const std::string& value : values) {
    const bool other = value.starts_with(other_option);
    query += format("&{}={}", field, encoded(other ? "__other_option__" : value));
    if (other)
      query += format("&{}.other_option_response={}", field, encoded(value.substr(other_option.size())));
  }
  return query;
}

std::string microsoft_values(const std::string& field, const std::vector<std::string>& values,
                             AnswerType type) {
  const auto text = [](const auto& value) {
    return nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  };
  const bool several = type == AnswerType::multi_select;
  const bool choice =
      type == AnswerType::rag || type == AnswerType::yes_no || type == AnswerType::single_select;
  return format("&{}={}", field,
                encoded(several  ? text(values)
                        : choice ? text(values.front())
                                 : joined(values, "\n")));
}

std::vector<std::string> values_of(const ShownAnswer& answer, const Question& question) {
  const bool several = question.type == AnswerType::multi_select || question.type == AnswerType::free_text;
  return several ? answer.answer.values : std::vector<std::string>{answer.text};
}

bool is_given(const ShownAnswer& answer, bool drafts) {
  return answer.standing == Standing::confirmed || (drafts && answer.standing == Standing::draft);
}

const ShownAnswer* answer_to(const AnsweredDocument& document, const std::string& question, bool drafts) {
  for (const ShownAnswer& answer : document.answers)
    if (answer.question == question) return is_given(answer, drafts) ? &answer : nullptr;
  return nullptr;
}

std::string filled_in(const FormMapping& mapping, const FormField& field, const AnsweredDocument& document,
                      const RuleBook& rules, bool drafts) {
  if (!field.part.empty() && field.part != document.part) return {};
  const Question* question = rules.find_question(field.question);
  if (question == nullptr) {
    const std::string fact = fact_of(document, field.question);
    return fact.empty() ? fact : format("&{}={}", field.field, encoded(fact));
  }
  const ShownAnswer* answer = answer_to(document, field.question, drafts);
  const auto values = answer == nullptr ? std::vector<std::string>() : values_of(*answer, *question);
  if (values.empty()) return {};
  return mapping.kind == Kind::google && question->type == AnswerType::multi_select
             ? google_values(field.field, values)
         : mapping.kind == Kind::google ? format("&{}={}", field.field, encoded(joined(values, "\n")))
                                        : microsoft_values(field.field, values, question->type);
}

// --- the sheet -----------------------------------------------------------------------------------------

std::string status_of(const ShownAnswer& answer) { return words_of(answer.standing); }

std::string sheet_csv(const FormMapping& mapping, const std::vector<AnsweredDocument>& documents,
                      const RuleBook& rules, bool drafts) {
  std::string csv(csv_begin);
  csv += csv_line({"system", "part", "edition", "question", "wording", "answer", "status", "link"});
  for (const AnsweredDocument& document : documents) {
    const std::string link =
        mapping.address.empty() ? std::string() : prefilled(mapping, document, rules, drafts).link;
    for (const ShownAnswer& answer : document.answers) {
      const Question* question = rules.find_question(answer.question);
      if (question == nullptr || !is_given(answer, drafts)) continue;
      csv += csv_line({without_formula(document.system), document.part, document.edition, answer.question,
                       without_formula(question->wording), without_formula(answer.text), status_of(answer),
                       link});
    }
  }
  return csv;
}

std::string section_html(const FormMapping& mapping, const AnsweredDocument& document, const RuleBook& rules,
                         bool drafts) {
  std::string html = format("<section><h2>{}, {} {}</h2>\n", html_of(document.system), html_of(document.part),
                            html_of(document.edition));
  if (!mapping.address.empty()) {
    const PrefilledForm form = prefilled(mapping, document, rules, drafts);
    html +=
        format("<p><a href=\"{}\" rel=\"noreferrer\">Open the form filled in</a></p>\n", html_of(form.link));
    if (!form.left_out.empty())
      html += format("<p>The link would be too long with these; fill them in by hand: {}.</p>\n",
                     html_of(joined(form.left_out, ", ")));
  }
  html +=
      "<table class=\"rows names\"><thead><tr><th scope=\"col\">Question</th><th "
      "scope=\"col\">Answer</th><th "
      "scope=\"col\">Status</th></tr></thead><tbody>\n";
  for (const ShownAnswer& answer : document.answers)
    if (const Question* question = rules.find_question(answer.question); question && is_given(answer, drafts))
      html += format("<tr><th scope=\"row\">{}. {}</th><td>{}</td><td>{}</td></tr>\n", html_of(question->id),
                     html_of(question->wording), html_of(answer.text), status_of(answer));
  return html + "</tbody></table></section>\n";
}

std::string sheet_html(const FormMapping& mapping, const std::vector<AnsweredDocument>& documents,
                       const RuleBook& rules, bool drafts) {
  std::string html;
  if (drafts) html += "<p class=\"draft\"><strong>Holds drafts</strong> that no person has confirmed.</p>\n";
  for (const AnsweredDocument& document : documents) html += section_html(mapping, document, rules, drafts);
  return standalone_page(
      {.title = "Answers for the survey",
       .style = report_style,
       .more_style = ".rows{table-layout:fixed}.rows thead th:last-child{width:6rem}.rows td,.rows th"
                     "{text-align:left!important;vertical-align:top;overflow-wrap:break-word}"},
      html);
}

}  // namespace

Result<FormMapping> read_form_mapping(std::string_view csv, const std::string& where, const RuleBook& rules) {
  const auto rows = parse_csv(csv, where);
  if (!rows) return tl::unexpected(rows.error());
  return MappingReader(where, rules).read(*rows);
}

PrefilledForm prefilled(const FormMapping& mapping, const AnsweredDocument& document, const RuleBook& rules,
                        bool drafts) {
  PrefilledForm form;
  const std::string address = mapping.address.substr(0, mapping.address.find('#'));
  if (mapping.kind == Kind::google)
    form.link = address.substr(0, address.find('?')) + "?usp=pp_url";
  else
    form.link = address;
  for (const FormField& field : mapping.fields) {
    std::string query = filled_in(mapping, field, document, rules, drafts);
    if (query.empty()) continue;
    if (form.link.find('?') == std::string::npos) query.front() = '?';
    if (form.link.size() + query.size() > longest_link)
      form.left_out.push_back(field.question);
    else
      form.link += query;
  }
  return form;
}

std::vector<ReportFile> prefill_files(const FormMapping& mapping,
                                      const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                      bool drafts) {
  return {{"prefill.csv", sheet_csv(mapping, documents, rules, drafts)},
          {"prefill.html", sheet_html(mapping, documents, rules, drafts)}};
}

}  // namespace planmark
