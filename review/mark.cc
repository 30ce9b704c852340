#include "review/mark.h"

#include "base/value_named.h"

namespace planmark {
namespace {

constexpr Mark marks[] = {Mark::first, Mark::second, Mark::adjudication};
constexpr Verdict verdicts[] = {Verdict::accepted, Verdict::rejected, Verdict::added};

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

bool parse_name(std::string_view name, Mark& mark) { return find_named(name, marks, mark); }
bool parse_name(std::string_view name, Verdict& verdict) { return find_named(name, verdicts, verdict); }

}  // namespace planmark
