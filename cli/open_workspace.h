// What every command that works on an existing workspace begins with.
#pragma once

#include "cli/knowledge.h"
#include "cli/options.h"
#include "compare/comparison_rules.h"
#include "review/workspace.h"

namespace planmark {

struct OpenWorkspace {
  Knowledge knowledge;
  Workspace workspace;
};

// Errors: those of find_data(), load_knowledge() and Workspace::open_existing().
Result<OpenWorkspace> open_workspace(const CommonOptions& common, Trial trial = Trial::skip);

// Errors: those of find_data() and load_comparison_rules().
Result<ComparisonRules> comparison_rules(const CommonOptions& common);

// By file name or hash. Errors: those of Workspace::find_document().
Result<RegisteredDocument> find_registered(const OpenWorkspace& open, const std::string& reference);

}  // namespace planmark
