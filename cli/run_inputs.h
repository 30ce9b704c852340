// From the paths of a command line to the files of a run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/identity.h"

namespace planmark {

struct InputFile {
  std::filesystem::path path;
  Identity settled;  // by a manifest; members that nobody settled are empty
};

struct RunInputs {
  std::vector<InputFile> files;                  // each once
  std::vector<std::filesystem::path> left_out;   // in a folder, and of a kind that cannot be read
  std::vector<std::filesystem::path> manifests;  // that settle identities
  std::vector<Problem> refused;                  // paths and folders that cannot be used
};

// A path is a file, a folder (its documents at any depth; its own manifest.csv, when it has one, says what they
// are) or a manifest (.csv). `manifest`, unless empty, is one more. What lies below `workspace` is never an
// input. Errors: a mistake in a manifest; not_found when no path gives a file.
Result<RunInputs> gather_inputs(const std::vector<std::string>& paths, const std::string& manifest,
                                const std::filesystem::path& workspace);

}  // namespace planmark
