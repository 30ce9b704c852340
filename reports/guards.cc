#include "reports/guards.h"

#include <algorithm>

#include "base/format.h"
#include "review/answer_check.h"

namespace planmark {
namespace {

std::vector<std::string> unknown_systems(const EditionAnswers& answers, const Register& systems) {
  std::vector<std::string> unknown;
  for (const std::string& system : answers.systems)
    if (systems.find(system) == nullptr) unknown.push_back(system);
  return unknown;
}

std::vector<std::string> options_outside(const Figure& figure) {
  std::vector<std::string> outside;
  for (const FigureRow& row : figure.rows)
    if (row.label.starts_with(other_option)) outside.push_back(row.label.substr(other_option.size()));
  return outside;
}

}  // namespace

std::vector<std::string> guards(const EditionAnswers& answers, const std::vector<Figure>& figures,
                                const Register& systems) {
  std::vector<std::string> found;
  if (const auto unknown = unknown_systems(answers, systems); !unknown.empty())
    found.push_back("Not in the register of systems: " + joined(unknown, ", ") + ".");
  std::size_t thin = 0;
  for (const Figure& figure : figures) {
    if (const auto outside = options_outside(figure); !outside.empty())
      found.push_back(format("{} has answers that are no options of the survey: {}.", figure.id(),
                             joined(outside, ", ")));
    thin += 2 * figure.base < figure.asked();
  }
  if (thin > 0)
    found.push_back(
        format("In {} of {} figures fewer than half of the documents are counted.", thin, figures.size()));
  return found;
}

}  // namespace planmark
