// What the program knows before it sees a document: the rule book and the register, and the versions of what
// uses them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "compare/shared_text.h"
#include "corpus/register.h"
#include "review/workspace.h"

namespace planmark {

struct DataPlaces {
  std::filesystem::path lexicons;
  std::filesystem::path register_folder;
};

// The folder `data` unless empty, else share/planmark beside the program (a build) or beside its bin folder
// (installed); `lexicons`, unless empty, replaces that part alone. Errors: not_found, naming where was
// looked.
Result<DataPlaces> find_data(const std::filesystem::path& data, const std::filesystem::path& lexicons);

class BarringSources;

struct Knowledge {
  RuleBook rules;
  Register systems;
  ExtractionVersion extraction;
  AnalysisVersion analysis;
  SharedTextRules shared = {};                   // know_sources(); bars nothing where the lexicons have none
  std::shared_ptr<BarringSources> barring = {};  // know_sources(); none: nothing that is borrowed is heeded
};

// Errors: those of load_rule_book() and load_register().
Result<Knowledge> load_knowledge(const DataPlaces& places, Trial trial = Trial::all);

// What of the workspace drafts have to heed as a source of borrowed text. The version of analyses then names
// the sources, so that others make drafts anew. Folders of lexicons without rules of shared text heed
// nothing. Errors: those of load_shared_text_rules() and storage.
Result<void> know_sources(Knowledge& knowledge, const std::filesystem::path& lexicons,
                          const Workspace& workspace);

// Tesseract's English data, read once for all documents; nullptr where they are not installed.
std::shared_ptr<const std::string> english_data();

// What `planmark --version` prints: planmark and each library that a result depends on.
std::string version_text();

}  // namespace planmark
