// Which editions of which systems continue each other, and how far two of them can be compared.
//
// A system's plans are a series through mergers, splits and changes of boundary; the dates are the
// register's. An edition stands for the state of things on 1 July of its year.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/identity.h"
#include "corpus/register.h"

namespace planmark {

// Exported by name (name_of): never change the meaning of one.
enum class Comparability : std::uint8_t { comparable, partly, not_comparable };
const char* name_of(Comparability verdict);  // "comparable", "partly comparable", "not comparable"

struct Comparable {
  Comparability verdict = Comparability::comparable;
  std::vector<std::string> because;  // sentences; empty only for what is comparable
};

// How far an answer of the one says something about the other. Comparable: the same part of the same system,
// whose boundary did not change between the editions. Partly: the later system took over the earlier one or
// a part of it, or the boundary of the same system changed, or an edition is not known. Otherwise not.
Comparable comparability(const Identity& before, const Identity& after, const Register& systems);

// Codes of the systems that all or part of `system` (a code) came from, by any number of steps, nearest
// first. Clusters share leaders and not plans: they are no lineage.
std::vector<std::string> ancestors(const std::string& system, const Register& systems);

// The systems that there were at two editions, and what happened to them in between.
struct BaseChange {
  std::size_t before = 0, after = 0;
  std::vector<std::string> because;  // one sentence for each system that was formed or grew
};
BaseChange base_change(const std::string& edition_before, const std::string& edition_after,
                       const Register& systems);

// "The register has 42 systems in 2025 and 36 in 2026: the base falls by 6."
std::string base_line(const BaseChange& base, const std::string& edition_before,
                      const std::string& edition_after);

}  // namespace planmark
