// Coordinating: how far the review is, who has what, giving out documents, and the shares that are marked
// blind.
#include "base/format.h"
#include "reports/drafts_text.h"
#include "review/assignment.h"
#include "review/progress.h"
#include "review/sampling.h"
#include "review/spread.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

View count_view(const Count& count) {
  View view;
  return view.set("questions", count.questions)
      .set("first", count.first)
      .set("second_given", count.second_given)
      .set("second", count.second)
      .set("disagreeing", count.disagreeing)
      .set("standing", count.standing);
}

void add_people(View& view, const Progress& progress) {
  std::vector<View> rows;
  for (const PersonProgress& person : progress.people) {
    View row{{"person", person.person}, {"last", person.last}, {"due", person.due}};
    row.set("documents", person.documents).set("questions", person.questions).set("decided", person.decided);
    row.set("not_started", person.last.empty() && person.questions > 0);
    rows.push_back(std::move(row));
  }
  view.set("people", std::move(rows));
}

std::vector<View> sample_views(const SampleSetting& second, const SampleSetting& before) {
  const auto one = [](const char* id, const char* name, const char* what, const SampleSetting& setting) {
    return View{{"id", id},
                {"name", name},
                {"what", what},
                {"seed", setting.seed},
                {"share", format("{:.0f}", 100 * setting.share)}};
  };
  return {one("before", "Before the draft", "answered by the reviewer before the draft is shown", before),
          one("second", "Second mark",
              "marked by a second person, who sees neither draft nor first answer; given out at once", second)
              .set("has_due", true)};
}

Response progress_shown(Bench& bench, const Visit& visit, const std::vector<Problem>& mistakes,
                        const std::string& told) {
  const auto how_far = progress(visit.workspace, bench.rules);
  if (!how_far) return problem_page(visit, how_far.error());
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  const auto second = sample_setting(visit.workspace, Sample::second_mark);
  const auto before = sample_setting(visit.workspace, Sample::before_draft);
  if (!second) return problem_page(visit, second.error());
  if (!before) return problem_page(visit, before.error());
  View view{{"told", told}};
  std::vector<View> rows, criteria, gaps, wrong;
  for (const DocumentProgress& document : how_far->documents) {
    View row = count_view(document.count);
    row.set("heading", heading_of(document.identity, bench.systems))
        .set("desk", desk_path(document.sha256) + "/list");
    row.set("id", short_hash(document.sha256)).set("second_markers", joined(document.second_markers, ", "));
    rows.push_back(std::move(row.set("is_final", document.is_final)));
  }
  for (const auto& [name, count] : how_far->criteria)
    criteria.push_back(count_view(count).set("criterion", name));
  for (const DocumentGap& gap : gaps_in(*documents, {}, {}))
    gaps.push_back(
        View{{"system", system_name(bench.systems, gap.system)}, {"part", gap.part}, {"what", gap.what}});
  for (const Problem& mistake : mistakes)
    wrong.push_back(View{{"where", mistake.where}, {"what", mistake.what}});
  add_people(view, *how_far);
  view.set("documents", std::move(rows)).set("criteria", std::move(criteria)).set("gaps", std::move(gaps));
  view.set("mistakes", std::move(wrong)).set("samples", sample_views(*second, *before));
  Response response = page(visit, "progress", "Progress", view);
  if (!mistakes.empty()) response.status = 422;
  return response;
}

}  // namespace

Response progress_page(Bench& bench, const Visit& visit) { return progress_shown(bench, visit, {}, ""); }

Response upload_assignments(Bench& bench, const Visit& visit) {
  const std::string_view file = value_of(visit.form, "file"), typed = value_of(visit.form, "table");
  const std::string where = file.empty() ? "the table" : "the file";
  const auto sheet = bench.work.read_table(std::string(file.empty() ? typed : file), where);
  if (!sheet) return progress_shown(bench, visit, {sheet.error()}, "");
  const auto mistakes =
      assign_from_table(visit.workspace, bench.rules, bench.systems, *sheet, where, visit.act());
  if (!mistakes) return progress_shown(bench, visit, {mistakes.error()}, "");
  return progress_shown(bench, visit, *mistakes, mistakes->empty() ? "All of it has been assigned." : "");
}

// Everything that is not given yet, to everybody who reviews, as evenly as it goes.
Response spread_assignments(Bench& bench, const Visit& visit) {
  const auto how_far = progress(visit.workspace, bench.rules);
  if (!how_far) return problem_page(visit, how_far.error());
  std::vector<std::string> documents, names;
  for (const DocumentProgress& document : how_far->documents) documents.push_back(document.sha256);
  for (const PersonProgress& person : how_far->people) names.push_back(person.person);
  Mark mark = Mark::first;
  if (!parse_name(value_of(visit.form, "mark"), mark) || mark == Mark::adjudication)
    return problem_page(visit, {ProblemKind::bad_input, "a first or a second mark is assigned", "", ""});
  const auto spread = assign_evenly(visit.workspace, bench.rules, documents, names, mark,
                                    std::string(value_of(visit.form, "due")),
                                    std::string(value_of(visit.form, "seed")), visit.act());
  if (!spread) return progress_shown(bench, visit, {spread.error()}, "");
  return progress_shown(bench, visit, {},
                        format("{} documents given out; {} could not be given to anybody.",
                               spread->given.size(), spread->left.size()));
}

namespace {

Response second_marks_given(Bench& bench, const Visit& visit, const SecondMarkOrder& order) {
  const auto marks = give_second_marks(visit.workspace, bench.rules, order, visit.act());
  if (!marks) return progress_shown(bench, visit, {marks.error()}, "");
  std::vector<std::string> left;
  for (const std::string& sha256 : marks->spread.left) {
    const auto identity = visit.workspace.identity(sha256);
    if (!identity) return problem_page(visit, identity.error());
    left.push_back(heading_of(*identity, bench.systems));
  }
  const std::size_t documents = marks->spread.given.size();
  std::string told =
      marks->questions == 0 && left.empty()
          ? "There is nothing new to be marked a second time. What was given out before stays."
          : format("Second marks of {} question{} in {} document{} given out.", marks->questions,
                   marks->questions == 1 ? "" : "s", documents, documents == 1 ? "" : "s");
  if (!left.empty())
    told += format(
        " Nobody is left to mark {}: whoever reviews has the first mark, a conflict of interest "
        "or no room.",
        joined(left, "; "));
  return progress_shown(bench, visit, {}, told);
}

}  // namespace

// Documents that the coordinator picks are marked a second time, whole.
Response pick_second_marks(Bench& bench, const Visit& visit) {
  const auto sample = sample_setting(visit.workspace, Sample::second_mark);
  if (!sample) return problem_page(visit, sample.error());
  SecondMarkOrder order{.sample = *sample, .due = std::string(value_of(visit.form, "due"))};
  for (const std::string& given : values_of(visit.form, "document")) {
    auto sha256 = visit.workspace.find_document(given);
    if (!sha256) return problem_page(visit, sha256.error());
    order.picked.push_back(std::move(*sha256));
  }
  if (order.picked.empty())
    return progress_shown(bench, visit,
                          {{ProblemKind::bad_input, "no document is ticked", "", "tick those to mark twice"}},
                          "");
  return second_marks_given(bench, visit, order);
}

// A share of second marks is given out as it is set.
Response set_sample_form(Bench& bench, const Visit& visit) {
  const bool second = value_of(visit.form, "sample") == "second";
  const auto per_cent = number_of<unsigned>(value_of(visit.form, "share"));
  if (!per_cent || *per_cent > 100)
    return problem_page(visit, {ProblemKind::bad_input, "a share is a whole number from 0 to 100", "", ""});
  const SampleSetting setting{std::string(value_of(visit.form, "seed")), *per_cent / 100.0};
  const auto set = set_sample(visit.workspace, second ? Sample::second_mark : Sample::before_draft, setting,
                              std::string(value_of(visit.form, "why")), visit.act());
  if (!set) return problem_page(visit, set.error());
  if (!second) return redirect("/progress");
  return second_marks_given(bench, visit,
                            {.sample = setting, .due = std::string(value_of(visit.form, "due"))});
}

}  // namespace planmark
