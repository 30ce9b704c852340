// A run, step by step: register the files, read what has not been read, draft what has not been drafted.
//
// Each step stores what it did document by document, each in one transaction, and leaves out what is stored
// already: so a run that was stopped in whatever way goes on where it was when the same command is given
// again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/knowledge.h"
#include "cli/options.h"
#include "cli/run_inputs.h"
#include "review/workspace.h"

namespace planmark {

// What the steps share, and what they leave behind for the summary.
struct Run {
  const RunOptions& options;
  const Console& console;
  Knowledge& knowledge;  // its sources change with what is read
  const std::filesystem::path& lexicons;
  Workspace& workspace;
  std::shared_ptr<const std::string> language_data;  // none: no page is recognised
  std::vector<std::string> documents = {};           // hashes, sorted, each once
  std::vector<Problem> refused = {};                 // paths that gave no document
  std::size_t read_now = 0;                          // documents
  std::uint64_t pages_now = 0;
};

// Keeps the bytes of the inputs and what manifests say of them (run_register.cc). Errors: storage.
Result<void> register_inputs(Run& run, const RunInputs& inputs);

// Takes every document of the workspace into the run. Errors: storage.
Result<void> take_all_documents(Run& run);

// Reads and drafts the run's documents, as far as that has not been done (run_reading.cc). Ends early, in
// good order, when interrupted. A document that cannot be read costs itself alone. Errors: storage.
Result<void> read_and_draft(Run& run);

}  // namespace planmark
