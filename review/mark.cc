#include "review/mark.h"

namespace planmark {
namespace {

constexpr Mark marks[] = {Mark::first, Mark::second, Mark::adjudication};
constexpr Verdict verdicts[] = {Verdict::accepted, Verdict::rejected, Verdict::added};

template <class Value, std::size_t size>
bool parse(std::string_view name, const Value (&all)[size], Value& value) {
  for (const Value candidate : all) {
    if (name != name_of(candidate)) continue;
    value = candidate;
    return true;
  }
  return false;
}

}  // namespace

const char* name_of(Mark mark) {
  switch (mark) {
    case Mark::first:
      return "first";
    case Mark::second:
      return "second";
    case Mark::adjudication:
      return "adjudication";
  }
  return "";
}

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
      return "accepted";
    case Verdict::rejected:
      return "rejected";
    case Verdict::added:
      return "added";
  }
  return "";
}

bool parse_name(std::string_view name, Mark& mark) { return parse(name, marks, mark); }
bool parse_name(std::string_view name, Verdict& verdict) { return parse(name, verdicts, verdict); }

}  // namespace planmark
