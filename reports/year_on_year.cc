#include "reports/year_on_year.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/format.h"
#include "reports/answer_text.h"
#include "reports/csv_line.h"
#include "reports/drafts_text.h"
#include "reports/figure.h"
#include "reports/html_text.h"

namespace planmark {
namespace {

using SystemNames = std::set<std::string>;

struct AnsweringPart {
  std::string system, part;
  auto operator<=>(const AnsweringPart&) const = default;
};

// The document that answers for a system and part in each edition, and how far the two can be compared.
struct Pairing {
  std::map<AnsweringPart, Comparable> pairs;  // of systems that answer in both

  bool comparable(const std::string& system, const std::string& part) const {
    const auto found = pairs.find({system, part});
    return found != pairs.end() && found->second.verdict == Comparability::comparable;
  }
};

std::map<AnsweringPart, std::string> documents_of(const EditionAnswers& answers) {
  std::map<AnsweringPart, std::string> documents;
  for (const SystemAnswer& answer : answers.answers)
    if (!answer.document.empty()) documents[{answer.system, answer.part}] = answer.document;
  return documents;
}

using Documents = std::map<AnsweringPart, std::string>;

// Of the same system, otherwise of one that it came from.
Documents::const_iterator document_before(const Documents& earlier, const AnsweringPart& place,
                                          const Identity& identity, const Register& systems) {
  const auto own = earlier.find(place);
  if (own != earlier.end()) return own;
  for (const std::string& code : ancestors(identity.system, systems)) {
    const auto found = earlier.find({system_name(systems, code), place.part});
    if (found != earlier.end()) return found;
  }
  return earlier.end();
}

Pairing paired(const EditionAnswers& before, const EditionAnswers& after, const Register& systems) {
  Pairing pairing;
  const auto earlier = documents_of(before);
  for (const auto& [place, document] : documents_of(after)) {
    const Identity& is = after.documents.at(document).registered.identity;
    const auto found = document_before(earlier, place, is, systems);
    if (found == earlier.end()) continue;
    const Identity& was = before.documents.at(found->second).registered.identity;
    pairing.pairs[place] = comparability(was, is, systems);
  }
  return pairing;
}

bool has_order(AnswerType type) {
  return type == AnswerType::rag || type == AnswerType::yes_no || type == AnswerType::named_person;
}

// By system the row that its answer is in; systems with several rows stand in the first.
std::map<std::string, std::size_t> rank_by_system(const Figure& figure) {
  std::map<std::string, std::size_t> ranks;
  for (std::size_t i = 0; i < figure.rows.size(); ++i)
    for (const std::string& system : figure.rows[i].systems) ranks.try_emplace(system, i);
  return ranks;
}

const FigureRow* row_labelled(const Figure& figure, const std::string& label) {
  const auto found = std::find_if(figure.rows.begin(), figure.rows.end(),
                                  [&](const FigureRow& row) { return row.label == label; });
  return found == figure.rows.end() ? nullptr : &*found;
}

// Of `systems` those that `others` has not, where both editions have an answer that can be compared.
std::vector<std::string> only_in(const std::vector<std::string>& systems,
                                 const std::vector<std::string>& others, const SystemNames& compared) {
  const SystemNames known(others.begin(), others.end());
  std::vector<std::string> found;
  for (const std::string& system : systems)
    if (!known.contains(system) && compared.contains(system)) found.push_back(system);
  std::sort(found.begin(), found.end());
  return found;
}

void add_rows(QuestionMove& move, const Figure& before, const Figure& after, const SystemNames& compared) {
  for (const FigureRow& row : after.rows) {
    const FigureRow* was = row_labelled(before, row.label);
    const std::vector<std::string> earlier = was == nullptr ? std::vector<std::string>{} : was->systems;
    const Share share = was == nullptr ? Share{0, before.base} : was->share;
    move.rows.push_back({row.label, share, row.share, only_in(row.systems, earlier, compared),
                         only_in(earlier, row.systems, compared)});
  }
}

QuestionMove move_of(const Figure& before, const Figure& after, const Question& question,
                     const Pairing& pairing) {
  QuestionMove move{after.question, after.part, after.wording, question.type, {}, {}, {}, 0, 0};
  const auto was = rank_by_system(before), is = rank_by_system(after);
  SystemNames compared;
  for (const auto& [system, rank] : is) {
    const auto earlier = was.find(system);
    if (earlier == was.end()) continue;
    if (!pairing.comparable(system, after.part)) {
      ++move.not_compared;
      continue;
    }
    compared.insert(system);
    if (!has_order(question.type)) continue;
    if (rank == earlier->second)
      ++move.same;
    else  // the best answer is the first row
      (rank < earlier->second ? move.risen : move.fallen).push_back(system);
  }
  add_rows(move, before, after, compared);
  return move;
}

std::vector<SystemMove> moves_by_system(const std::vector<QuestionMove>& questions, const Pairing& pairing) {
  std::map<std::string, SystemMove> by_system;
  for (const auto& [place, comparable] : pairing.pairs) {
    SystemMove& move = by_system[place.system];
    move.system = place.system;
    if (comparable.verdict > move.comparable.verdict) move.comparable = comparable;
  }
  for (const QuestionMove& question : questions) {
    const std::string asked = question.question + " " + question.part;
    for (const std::string& system : question.risen) by_system[system].risen.push_back(asked);
    for (const std::string& system : question.fallen) by_system[system].fallen.push_back(asked);
  }
  std::vector<SystemMove> moves;
  for (auto& [name, move] : by_system) moves.push_back(std::move(move));
  const auto balance = [](const SystemMove& move) {
    return static_cast<std::ptrdiff_t>(move.risen.size()) - static_cast<std::ptrdiff_t>(move.fallen.size());
  };
  std::stable_sort(moves.begin(), moves.end(),
                   [&](const SystemMove& a, const SystemMove& b) { return balance(a) > balance(b); });
  return moves;
}

// Points of per cent between the two editions; 0 where one has no base.
int points(const RowMove& row) {
  const auto was = per_cent(row.before), is = per_cent(row.after);
  return was && is ? static_cast<int>(*is) - static_cast<int>(*was) : 0;
}

std::string signed_points(int points) { return format("{}{}", points > 0 ? "+" : "", points); }

struct RankedRow {
  const QuestionMove* question;
  const RowMove* row;
};

// What rose or fell most: the best answer of questions with an order, and each option of those with several.
std::vector<RankedRow> ranked(const YearOnYear& moves, bool rising) {
  std::vector<RankedRow> rows;
  for (const QuestionMove& question : moves.questions)
    for (std::size_t i = 0; i < question.rows.size(); ++i) {
      const RowMove& row = question.rows[i];
      const bool told = question.type == AnswerType::multi_select ? row.label != nothing_found
                                                                  : has_order(question.type) && i == 0;
      if (told && (rising ? points(row) > 0 : points(row) < 0)) rows.push_back({&question, &row});
    }
  std::stable_sort(rows.begin(), rows.end(), [&](const RankedRow& a, const RankedRow& b) {
    return std::abs(points(*a.row)) > std::abs(points(*b.row));
  });
  constexpr std::size_t most = 10;
  if (rows.size() > most) rows.resize(most);
  return rows;
}

std::string rows_html(const YearOnYear& moves, bool rising) {
  const auto rows = ranked(moves, rising);
  std::string html = format("<h3>{}</h3>\n", rising ? "Rising most" : "Falling most");
  if (rows.empty()) return html + "<p>None.</p>\n";
  html += format(
      "<table class=\"rows\"><thead><tr><th scope=\"col\">Answer</th><th scope=\"col\">{}</th><th "
      "scope=\"col\">{}</th><th scope=\"col\">Points</th></tr></thead><tbody>\n",
      html_of(moves.before), html_of(moves.after));
  for (const RankedRow& ranked_row : rows)
    html += format(
        "<tr><th scope=\"row\">{} <span class=\"source\">{} · {} · "
        "{}</span></th><td>{}</td><td>{}</td><td>{}</td>"
        "</tr>\n",
        html_of(ranked_row.row->label), html_of(ranked_row.question->wording),
        html_of(ranked_row.question->question), html_of(plural_of(ranked_row.question->part)),
        to_text(ranked_row.row->before), to_text(ranked_row.row->after),
        signed_points(points(*ranked_row.row)));
  return html + "</tbody></table>\n";
}

std::string names_cell(const std::vector<std::string>& names, bool is_public) {
  if (names.empty()) return "–";
  return is_public ? std::to_string(names.size())
                   : format("{}: {}", names.size(), html_of(joined(names, ", ")));
}

// Options that some system names now and did not, or names no more.
std::string groups_html(const YearOnYear& moves, bool is_public) {
  std::string rows;
  for (const QuestionMove& question : moves.questions) {
    if (question.type != AnswerType::multi_select) continue;
    for (const RowMove& row : question.rows)
      if (row.label != nothing_found && !(row.gained.empty() && row.lost.empty()))
        rows += format(
            "<tr><th scope=\"row\">{} <span class=\"source\">{} · "
            "{}</span></th><td>{}</td><td>{}</td></tr>\n",
            html_of(row.label), html_of(question.question), html_of(plural_of(question.part)),
            names_cell(row.gained, is_public), names_cell(row.lost, is_public));
  }
  if (rows.empty()) return "<h3>New and lost groups</h3>\n<p>None.</p>\n";
  return "<h3>New and lost groups</h3>\n<table class=\"rows names\"><thead><tr><th scope=\"col\">Group or "
         "option</th>"
         "<th scope=\"col\">Named now, not before</th><th scope=\"col\">Named no "
         "more</th></tr></thead><tbody>\n" +
         rows + "</tbody></table>\n";
}

std::string systems_html(const YearOnYear& moves) {
  std::string html =
      "<h3>Every system</h3>\n<table class=\"rows names\"><thead><tr><th scope=\"col\">System</th><th "
      "scope=\"col\">Answers that rose</th><th scope=\"col\">Fell</th><th scope=\"col\">Comparable</th></tr>"
      "</thead><tbody>\n";
  for (const SystemMove& move : moves.systems) {
    std::string verdict = name_of(move.comparable.verdict);
    if (!move.comparable.because.empty()) verdict += ": " + joined(move.comparable.because, " ");
    html +=
        format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n", html_of(move.system),
               names_cell(move.risen, false), names_cell(move.fallen, false), html_of(verdict));
  }
  return html + "</tbody></table>\n";
}

std::string base_html(const YearOnYear& moves, bool is_public) {
  std::string html = format("<p>{} systems are counted in {} and {} in {}. {}", moves.systems_before,
                            html_of(moves.before), moves.systems_after, html_of(moves.after),
                            html_of(base_line(moves.base, moves.before, moves.after)));
  if (!is_public && !moves.base.because.empty()) html += " " + html_of(joined(moves.base.because, " "));
  return html +
         "</p>\n<p>A system counts as risen or fallen where its two documents are comparable. Shares are of "
         "all "
         "documents that count in an edition.</p>\n";
}

}  // namespace

YearOnYear year_on_year(const EditionAnswers& before, const EditionAnswers& after, const RuleBook& rules,
                        const Register& systems) {
  const Pairing pairing = paired(before, after, systems);
  YearOnYear moves{before.edition,
                   after.edition,
                   after.basis,
                   base_change(before.edition, after.edition, systems),
                   before.systems.size(),
                   after.systems.size(),
                   {},
                   {}};
  const std::vector<Figure> was = figures(before, rules);
  for (const Figure& figure : figures(after, rules)) {
    const auto earlier = std::find_if(was.begin(), was.end(), [&](const Figure& one) {
      return one.question == figure.question && one.part == figure.part;
    });
    if (earlier != was.end())
      moves.questions.push_back(move_of(*earlier, figure, *rules.find_question(figure.question), pairing));
  }
  moves.systems = moves_by_system(moves.questions, pairing);
  return moves;
}

Result<std::string> edition_before(const Workspace& workspace, const std::string& edition) {
  const auto documents = workspace.documents({}, {});
  if (!documents) return tl::unexpected(documents.error());
  std::string latest;
  for (const RegisteredDocument& document : *documents)
    if (document.identity.edition < edition) latest = std::max(latest, document.identity.edition);
  return latest;
}

std::string year_on_year_html(const YearOnYear& moves, bool is_public) {
  std::string html =
      format("<h2 id=\"year-on-year\">{}ear on year: {} to {}</h2>\n",
             moves.basis == Basis::drafts ? "Draft: y" : "Y", html_of(moves.before), html_of(moves.after));
  html += base_html(moves, is_public) + rows_html(moves, true) + rows_html(moves, false);
  html += groups_html(moves, is_public);
  return is_public ? html : html + systems_html(moves);
}

std::string year_on_year_csv(const YearOnYear& moves, const EditionAnswers& before,
                             const EditionAnswers& after, const RuleBook& rules) {
  std::map<std::string, const SystemMove*> by_system;
  for (const SystemMove& move : moves.systems) by_system[move.system] = &move;
  std::map<std::tuple<std::string, std::string, std::string>, std::string> was;
  const auto text_of = [&](const SystemAnswer& answer) {
    const Question* question = rules.find_question(answer.question);
    return answer.missing == Missing::no && question != nullptr ? to_text(answer.answer, question->type)
                                                                : std::string(words_of(answer.missing));
  };
  for (const SystemAnswer& answer : before.answers)
    was[{answer.system, answer.part, answer.question}] = text_of(answer);
  std::string csv = std::string(csv_begin) +
                    csv_line({"system", "part", "question", moves.before, moves.after, "comparable"});
  for (const SystemAnswer& answer : after.answers) {
    const Question* question = rules.find_question(answer.question);
    if (question == nullptr || question->type == AnswerType::free_text) continue;
    const auto earlier = was.find({answer.system, answer.part, answer.question});
    const std::string now = text_of(answer), then = earlier == was.end() ? "no document" : earlier->second;
    const auto move = by_system.find(answer.system);
    if (now != then)
      csv += csv_line({without_formula(answer.system), answer.part, answer.question, without_formula(then),
                       without_formula(now),
                       move == by_system.end() ? "" : name_of(move->second->comparable.verdict)});
  }
  return csv;
}

}  // namespace planmark
