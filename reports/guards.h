// What does not fit together in the answers of an edition: said in the report rather than hidden by it.
#pragma once

#include <string>
#include <vector>

#include "corpus/register.h"
#include "reports/figure.h"

namespace planmark {

// A sentence each, in a fixed order: systems that the register does not know; options that the survey does
// not have; figures most of whose documents are not counted.
std::vector<std::string> guards(const EditionAnswers& answers, const std::vector<Figure>& figures,
                                const Register& systems);

}  // namespace planmark
