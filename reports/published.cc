#include "reports/published.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/format.h"
#include "corpus/csv.h"

namespace planmark {
namespace {

constexpr std::size_t most_systems =
    42;  // of England in 2022 to 2026: no base of documents of a part is larger
constexpr const char* column_names[] = {"question", "part", "option", "percent", "count", "base"};

struct Reader {
  std::string where;
  std::vector<std::size_t> columns{};  // of column_names

  tl::unexpected<Problem> mistake(const CsvRow& row, std::string what) const {
    return failure(ProblemKind::bad_input, std::move(what), format("{}:{}", where, row.line),
                   "correct the line; numbers are whole, without a sign or a per cent sign");
  }
  const std::string& cell(const CsvRow& row, std::size_t column) const { return row.cells[columns[column]]; }

  Result<std::optional<std::size_t>> number(const CsvRow& row, std::size_t column) const {
    const std::string& text = cell(row, column);
    if (text.empty()) return std::nullopt;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
      return mistake(row, format("'{}' in column {} is no whole number", text, column_names[column]));
    return value;
  }

  Result<PublishedNumber> published(const CsvRow& row) const {
    PublishedNumber number_read{
        .question = cell(row, 0), .part = cell(row, 1), .option = cell(row, 2), .line = row.line};
    const auto percent = number(row, 3), count = number(row, 4), base = number(row, 5);
    for (const auto* read : {&percent, &count, &base})
      if (!*read) return tl::unexpected(read->error());
    if (!*percent || **percent > 100) return mistake(row, "a percentage from 0 to 100 is wanted");
    number_read.per_cent = static_cast<unsigned>(**percent);
    number_read.count = *count;
    number_read.base = *base;
    return number_read;
  }
};

Result<void> find_columns(const CsvRow& head, Reader& reader) {
  for (const char* name : column_names) {
    const auto at = std::find(head.cells.begin(), head.cells.end(), name);
    if (at == head.cells.end())
      return failure(ProblemKind::bad_input, format("there is no column '{}'", name),
                     format("{}:{}", reader.where, head.line),
                     "the columns are question, part, option, percent, count, base");
    reader.columns.push_back(static_cast<std::size_t>(at - head.cells.begin()));
  }
  return {};
}

const FigureRow* row_called(const Figure& figure, std::string_view label) {
  const auto found = std::find_if(figure.rows.begin(), figure.rows.end(), [&](const FigureRow& row) {
    return lower_ascii(row.label) == lower_ascii(label);
  });
  return found == figure.rows.end() ? nullptr : &*found;
}

// The rows of "A + B" together; nullopt where one of them is not there.
std::optional<Share> share_of(const Figure& figure, std::string_view option) {
  constexpr std::string_view plus = " + ";
  Share sum{0, figure.base};
  for (;;) {
    const std::size_t at = option.find(plus);
    const FigureRow* row = row_called(figure, option.substr(0, at));
    if (row == nullptr) return std::nullopt;
    sum.count += row->share.count;
    if (at == std::string_view::npos) return sum;
    option.remove_prefix(at + plus.size());
  }
}

std::string bases_text(unsigned percent) {
  std::vector<std::string> fits;
  for (const std::size_t base : bases_giving(percent, most_systems))
    fits.push_back(format("{}/{}", *count_giving(percent, base), base));
  if (fits.size() > 6) fits.erase(fits.begin(), fits.end() - 6);  // the largest bases are the likely ones
  return fits.empty() ? format("no base up to {} gives it", most_systems)
                      : "it would fit " + joined(fits, ", ");
}

using Outcome = ComparedNumber::Outcome;

void judge(ComparedNumber& compared) {
  const PublishedNumber& published = compared.published;
  if (published.base && !count_giving(published.per_cent, *published.base)) {
    compared.outcome = Outcome::impossible;
    compared.remark = format("no whole number of {} is {} %; {}", *published.base, published.per_cent,
                             bases_text(published.per_cent));
    return;
  }
  const bool is_same = compared.ours && per_cent(*compared.ours) == published.per_cent &&
                       (!published.count || *published.count == compared.ours->count);
  if (is_same) {
    compared.outcome = Outcome::same;
  } else if (!published.base) {
    compared.outcome = Outcome::no_base;
    compared.remark = "printed without its base; " + bases_text(published.per_cent);
  } else if (compared.ours) {
    compared.outcome = Outcome::different;
    compared.remark = format("printed {}, the answers give {}", published.per_cent, to_text(*compared.ours));
  }
}

}  // namespace

Result<std::vector<PublishedNumber>> read_published(std::string_view csv, const std::string& where) {
  const auto rows = parse_csv(csv, where);
  if (!rows) return tl::unexpected(rows.error());
  Reader reader{.where = where};
  if (rows->empty()) return failure(ProblemKind::bad_input, "this table is empty", where);
  if (auto found = find_columns(rows->front(), reader); !found) return tl::unexpected(found.error());
  std::vector<PublishedNumber> numbers;
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    auto number = reader.published(*row);
    if (!number) return tl::unexpected(number.error());
    numbers.push_back(std::move(*number));
  }
  return numbers;
}

std::vector<ComparedNumber> compare_published(const std::vector<PublishedNumber>& published,
                                              const std::vector<Figure>& figures) {
  std::vector<ComparedNumber> all;
  for (const PublishedNumber& number : published) {
    ComparedNumber compared{.published = number};
    const auto figure = std::find_if(figures.begin(), figures.end(), [&](const Figure& candidate) {
      return candidate.question == number.question && candidate.part == number.part;
    });
    if (figure != figures.end()) compared.ours = share_of(*figure, number.option);
    compared.remark = figure == figures.end() ? "there is no such figure" : "the figure has no such answer";
    if (compared.ours) compared.remark.clear();
    judge(compared);
    all.push_back(std::move(compared));
  }
  return all;
}

const char* words_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::same:
      return "same";
    case Outcome::different:
      return "different";
    case Outcome::impossible:
      return "impossible";
    case Outcome::no_base:
      return "no base";
    case Outcome::not_here:
      return "not here";
  }
  return "";
}

}  // namespace planmark
