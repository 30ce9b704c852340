#include "cli/run_summary.h"

#include <algorithm>
#include <map>

#include "analyze/analyze.h"
#include "base/format.h"
#include "cli/table.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

// The order in which answers are listed.
constexpr const char* usual_answers[] = {
    "Yes",           "To some extent", "No",          "named", "role only", "not named", "something named",
    "nothing named", "one option",     "Not assessed"};

std::vector<std::pair<std::string, std::size_t>> in_usual_order(std::map<std::string, std::size_t> counts) {
  std::vector<std::pair<std::string, std::size_t>> ordered;
  for (const char* answer : usual_answers) {
    if (auto found = counts.extract(answer)) ordered.emplace_back(found.key(), found.mapped());
  }
  ordered.insert(ordered.end(), counts.begin(), counts.end());
  return ordered;
}

// Of the run's documents; its answers are sorted by document.
void count_drafts(const std::vector<Workspace::StoredAnswer>& answers, const RuleBook& rules,
                  const std::vector<std::string>& documents, RunSummary& summary) {
  std::map<std::string, std::size_t> counts;
  const std::string* last = nullptr;
  for (const auto& [sha256, question_id, answer] : answers) {
    if (!std::binary_search(documents.begin(), documents.end(), sha256)) continue;
    if (last == nullptr || *last != sha256) ++summary.drafted_documents;
    last = &sha256;
    const Question* question = rules.find_question(question_id);
    if (question != nullptr) ++counts[outcome_of(answer, question->type)];
  }
  summary.drafts = in_usual_order(std::move(counts));
}

std::string seconds_text(std::chrono::milliseconds took) {
  const double seconds = static_cast<double>(took.count()) / 1000;
  if (seconds < 100) return format("{:.1f} s", seconds);
  return format("{}:{:02} min", took.count() / 60000, took.count() / 1000 % 60);
}

std::string aside(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

std::string counted(std::size_t number, const char* what) {
  return number == 0 ? "" : format("{} {}", number, what);
}

std::string figures(const RunSummary& summary, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  const std::size_t handled = summary.read_now + summary.refused + summary.waiting;
  const std::size_t known = summary.documents - std::min(summary.documents, handled);
  rows.push_back(
      {"Documents", std::to_string(summary.documents),
       aside({counted(summary.read_now, "read now"), counted(known, "known before"),
              counted(summary.waiting, "still waiting"), counted(summary.refused, "cannot be read")})});
  rows.push_back({"Pages", std::to_string(summary.pages),
                  aside({counted(summary.recognised_pages, "recognised in their picture"),
                         counted(summary.unreadable_pages, "cannot be read")})});
  std::size_t drafts = 0;
  for (const auto& [answer, number] : summary.drafts) drafts += number;
  rows.push_back(
      {"Draft answers", std::to_string(drafts),
       format("for {} document{}", summary.drafted_documents, summary.drafted_documents == 1 ? "" : "s")});
  for (const auto& [answer, number] : summary.drafts)
    rows.push_back({"  " + answer, std::to_string(number), ""});
  const double seconds = static_cast<double>(summary.took.count()) / 1000;
  const bool rate = summary.pages_now > 0 && seconds > 0;
  rows.push_back(
      {"Time", seconds_text(summary.took),
       rate ? format("{:.0f} pages a second", static_cast<double>(summary.pages_now) / seconds) : ""});
  return table({{.head = ""}, {.head = "", .numbers = true}, {.head = ""}}, rows, width);
}

// "a.pdf, b.pdf and 4 more".
std::string first_names(const std::vector<std::string>& files, std::size_t most) {
  std::string names;
  for (std::size_t i = 0; i < std::min(files.size(), most); ++i)
    names += (i == 0 ? "" : ", ") + printable(files[i]);
  if (files.size() > most) names += format(" and {} more", files.size() - most);
  return names;
}

std::string not_asked_text(const RunSummary& summary) {
  constexpr std::size_t most = 2;
  std::string text = "\nTaken for what the survey asks nothing of, so nothing was drafted:\n";
  for (const auto& [kind, files] : summary.not_asked)
    text += format("  {}: {}\n", printable(kind), first_names(files, most));
  return text +
         "planmark show FILE --identity says why. One that is a strategy or plan all the same is drafted "
         "after\n"
         "planmark add FILE --part strategy, or --part plan.\n";
}

std::string not_readable_text(const std::vector<std::string>& files, std::size_t width) {
  constexpr std::size_t most = 12;
  const std::string names = first_names(files, most);
  std::string text;
  for (const std::string& line : wrap("Of a kind that is not read: " + names, width)) text += line + "\n";
  return text;
}

}  // namespace

std::string outcome_of(const Answer& answer, AnswerType type) {
  if (answer.not_assessed) return "Not assessed";
  switch (type) {
    case AnswerType::named_person:
      return answer.lead == LeadStatus::named       ? "named"
             : answer.lead == LeadStatus::role_only ? "role only"
                                                    : "not named";
    case AnswerType::multi_select:
    case AnswerType::free_text:
      return answer.values.empty() ? "nothing named" : "something named";
    case AnswerType::single_select:
      return "one option";
    case AnswerType::yes_no:
      return answer.value == "yes" ? "Yes" : "No";
    default:
      return answer.value;
  }
}

Result<RunSummary> summarise(const Workspace& workspace, const Knowledge& knowledge,
                             const std::vector<std::string>& documents) {
  auto all = workspace.documents(knowledge.extraction, knowledge.analysis);
  if (!all) return tl::unexpected(all.error());
  RunSummary summary;
  summary.documents = documents.size();
  for (const RegisteredDocument& document : *all) {
    if (!std::binary_search(documents.begin(), documents.end(), document.sha256)) continue;
    const std::string& name = document.file_names.front();
    summary.pages += document.pages;
    summary.unreadable_pages += document.unreadable_pages;
    summary.recognised_pages += document.recognised_pages;
    if (document.refusal) {
      ++summary.refused;
      summary.left_out.push_back(*document.refusal);
      summary.left_out.back().where = name;
    } else if (!document.extracted || !document.analyzed) {
      ++summary.waiting;
    } else if (document.identity.part.empty()) {
      summary.part_unknown.push_back(name);
    } else if (const std::string kind = kind_of(document.identity_evidence);
               !kind.empty() && !is_asked_of(knowledge.rules, document.identity.part)) {
      summary.not_asked[kind].push_back(name);
    }
  }
  auto answers = workspace.load_answers();
  if (!answers) return tl::unexpected(answers.error());
  count_drafts(*answers, knowledge.rules, documents, summary);
  auto disagreements = lead_disagreements(workspace, *answers, *all, knowledge.systems);
  if (!disagreements) return tl::unexpected(disagreements.error());
  summary.disagreements = std::move(*disagreements);
  return summary;
}

std::string summary_text(const RunSummary& summary, const std::string& workspace, std::size_t width) {
  std::string text = figures(summary, width);
  if (!summary.left_out.empty()) {
    text += "\nLeft out:\n";
    for (Problem problem : summary.left_out) {
      problem.where = printable(problem.where);
      text += "  " + describe(problem) + "\n";
    }
    if (summary.refused > 0) text += "planmark run --retry tries them again.\n";
  }
  if (summary.pictures_could_be_read && summary.unreadable_pages > 0)
    text +=
        "\nPages that are pictures are read where Tesseract knows English: apt install tesseract-ocr-eng\n";
  if (!summary.part_unknown.empty()) {
    text += "\nIt is not known what these are (strategy, plan, ...), so nothing was drafted for them:\n";
    for (const std::string& name : summary.part_unknown) text += "  " + printable(name) + "\n";
    text += "Say it with: planmark add FILE --system NAME --part plan --edition 2023\n";
  }
  if (!summary.not_asked.empty()) text += not_asked_text(summary);
  if (!summary.disagreements.empty()) text += "\n" + disagreements_text(summary.disagreements, width);
  if (!summary.not_readable.empty()) text += "\n" + not_readable_text(summary.not_readable, width);
  text +=
      format("\nThe result is in {}: drafts, for a person to confirm.\nplanmark list shows what is there.\n",
             workspace);
  return text;
}

}  // namespace planmark
