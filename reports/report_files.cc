#include "reports/report_files.h"

#include "reports/chart_svg.h"
#include "reports/figure_tables.h"

namespace planmark {

std::vector<ReportFile> report_files(const EditionAnswers& answers, const std::vector<Figure>& figures,
                                     const RuleBook& rules, const ReportFacts& facts) {
  std::vector<ReportFile> files;
  files.push_back({"report.html", report_html(answers, figures, rules, facts)});
  files.push_back({"figures.json", figures_json(answers, figures)});
  if (!facts.is_public) files.push_back({"answers.csv", answers_csv(answers, rules)});
  if (!facts.is_public && !facts.year_on_year_csv.empty())
    files.push_back({"year-on-year.csv", facts.year_on_year_csv});
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    const std::string stem = "figures/" + figure.id();
    files.push_back({stem + ".svg", chart_svg(figure)});
    if (i < facts.pictures.size()) files.push_back({stem + ".png", facts.pictures[i].png});
    files.push_back({stem + ".csv", figure_csv(figure)});
    files.push_back({stem + ".vl.json", vega_lite(figure)});
  }
  return files;
}

}  // namespace planmark
