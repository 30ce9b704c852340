#include "cli/evaluation_text.h"

#include <algorithm>

#include "base/format.h"
#include "cli/table.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string figure(std::optional<double> value) { return value ? format("{:.3f}", *value) : "-"; }

std::string count(std::size_t n) { return std::to_string(n); }

std::string totals_text(const Figures& total) {
  const auto row = [](const char* name, std::size_t n,
                      std::vector<std::pair<const char*, std::string>> figures) {
    std::string line = format("{:<28}{:>5}", name, n);
    for (const auto& [what, value] : figures) line += format("   {} {}", what, value);
    return line + '\n';
  };
  const std::size_t options = total.options.right + total.options.missed;
  return row("Yes, to some extent, no", total.rag.total(),
             {{"weighted kappa", figure(weighted_kappa(total.rag))},
              {"accuracy", figure(accuracy(total.rag))},
              {"macro F1", figure(macro_f1(total.rag))},
              {"two steps apart", figure(share_apart(total.rag, 2))}}) +
         row("Yes, no", total.yes_no.total(),
             {{"kappa", figure(weighted_kappa(total.yes_no))},
              {"accuracy", figure(accuracy(total.yes_no))}}) +
         row("One option", total.single.all, {{"accuracy", figure(total.single.share())}}) +
         row("Several options", options,
             {{"micro F1", figure(total.options.f1())},
              {"precision", figure(total.options.precision())},
              {"recall", figure(total.options.recall())}}) +
         row("Named leads", total.lead_status.all,
             {{"status", figure(total.lead_status.share())}, {"person", figure(total.lead_person.share())}}) +
         row("Evidence", total.evidence_hits.all,
             {{"hit@3", figure(total.evidence_hits.share())}, {"precision@3", figure(total.quotes.share())}});
}

std::string confusion_text(const Confusion& confusion, const std::vector<std::string>& names,
                           std::size_t width) {
  std::vector<Column> columns = {{.head = "GOLD \\ DRAFT"}};
  for (const std::string& name : names) columns.push_back({.head = name, .numbers = true});
  Rows rows;
  for (std::size_t gold = 0; gold < names.size(); ++gold) {
    rows.push_back({names[gold]});
    for (std::size_t draft = 0; draft < names.size(); ++draft)
      rows.back().push_back(count(confusion.count(gold, draft)));
  }
  return table(columns, rows, width);
}

std::string calibration_text(const Figures& total, std::size_t width) {
  Rows rows;
  for (const char* confidence : {"high", "medium", "low"}) {
    const auto found = total.by_confidence.find(confidence);
    if (found == total.by_confidence.end()) continue;
    rows.push_back({confidence, count(found->second.all), figure(found->second.share())});
  }
  return table(
      {{.head = "CONFIDENCE"}, {.head = "DRAFTS", .numbers = true}, {.head = "RIGHT", .numbers = true}}, rows,
      width);
}

std::string groups_text(const char* head, const std::vector<std::pair<std::string, Figures>>& groups,
                        std::size_t width) {
  Rows rows;
  for (const auto& [name, figures] : groups) {
    rows.push_back({printable(name), count(figures.answers), figure(figures.right.share()),
                    figure(weighted_kappa(figures.rag)), figure(weighted_kappa(figures.yes_no)),
                    figure(figures.options.f1()), figure(figures.lead_person.share()),
                    figure(figures.evidence_hits.share()), figure(figures.quotes.share())});
  }
  return table({{.head = head, .at_least = 12},
                {.head = "ANSWERS", .numbers = true},
                {.head = "RIGHT", .numbers = true},
                {.head = "K-RAG", .numbers = true},
                {.head = "K-Y/N", .numbers = true},
                {.head = "F1", .numbers = true},
                {.head = "PERSON", .numbers = true},
                {.head = "HIT@3", .numbers = true},
                {.head = "PREC@3", .numbers = true}},
               rows, width);
}

std::string shown_draft(const JudgedAnswer& judged) {
  return judged.missing ? "missing" : printable(judged.draft.empty() ? "None" : judged.draft);
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, std::size_t width) {
  const Figures& total = evaluation.total;
  std::string text = format("{} answers on {} documents: {} drafts missing, {} not assessed\n\n",
                            total.answers, evaluation.documents.size(), total.missing, total.abstained);
  text += totals_text(total);
  if (total.rag.total() > 0) text += "\n" + confusion_text(total.rag, {"No", "To some extent", "Yes"}, width);
  if (total.yes_no.total() > 0) text += "\n" + confusion_text(total.yes_no, {"no", "yes"}, width);
  text += "\n" + calibration_text(total, width);
  text += "\n" + groups_text("CRITERION", evaluation.criteria, width);
  text += "\n" + groups_text("QUESTION", evaluation.questions, width);
  text += "\n" + groups_text("DOCUMENT", evaluation.documents, width);
  if (!evaluation.not_asked.empty())
    text +=
        format("\nLeft out, because the survey does not ask them: {}\n", joined(evaluation.not_asked, ", "));
  if (!evaluation.without_draft.empty())
    text += format("\nWithout any draft: {}\n", joined(evaluation.without_draft, ", "));
  return text;
}

std::string errors_text(const Evaluation& evaluation, std::size_t width) {
  Rows rows;
  for (const JudgedAnswer& judged : evaluation.answers) {
    if (judged.right) continue;
    rows.push_back({printable(judged.stem), judged.question, judged.confidence, printable(judged.gold),
                    shown_draft(judged)});
  }
  return table({{.head = "DOCUMENT", .at_least = 20},
                {.head = "QUESTION", .at_least = 8},
                {.head = "SURE", .at_least = 6},
                {.head = "GOLD", .at_least = 16},
                {.head = "DRAFT", .at_least = 16}},
               rows, width);
}

std::string changes_text(const std::vector<JudgedChange>& changed, const std::string& earlier,
                         std::size_t width) {
  const auto better =
      std::count_if(changed.begin(), changed.end(), [](const JudgedChange& change) { return change.better; });
  std::string text = format("{} better and {} worse than in {}\n", better,
                            changed.size() - static_cast<std::size_t>(better), printable(earlier));
  if (changed.empty()) return text;
  Rows rows;
  for (const JudgedChange& change : changed) {
    const bool quotes_alone = shown_draft(change.before) == shown_draft(change.after);
    rows.push_back(
        {change.better ? "better" : "worse", printable(change.after.stem), change.after.question,
         printable(change.after.gold), shown_draft(change.before),
         quotes_alone ? (change.better ? "quotes found" : "quotes lost") : shown_draft(change.after)});
  }
  text += table({{.head = ""},
                 {.head = "DOCUMENT", .at_least = 20},
                 {.head = "QUESTION", .at_least = 8},
                 {.head = "GOLD", .at_least = 14},
                 {.head = "BEFORE", .at_least = 14},
                 {.head = "NOW", .at_least = 14}},
                rows, width);
  return text;
}

}  // namespace planmark
