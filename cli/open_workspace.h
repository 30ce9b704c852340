// What every command that works on an existing workspace begins with.
#pragma once

#include "cli/knowledge.h"
#include "cli/options.h"
#include "review/workspace.h"

namespace planmark {

struct OpenWorkspace {
  DataPlaces places;  // where the knowledge came from
  Knowledge knowledge;
  Workspace workspace;
};

// Errors: those of find_data(), load_knowledge() and Workspace::open_existing().
Result<OpenWorkspace> open_workspace(const CommonOptions& common, Trial trial = Trial::skip);

// By file name or hash. Errors: those of Workspace::find_document().
Result<RegisteredDocument> find_registered(const OpenWorkspace& open, const std::string& reference);

}  // namespace planmark
