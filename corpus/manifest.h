// manifest.csv: which file is which document. Columns file,system,part,edition,title,url in any order; only
// `file` is needed; RFC 4180 quoting, UTF-8 with or without a byte order mark, comma or semicolon (Excel's)
// as separator.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/identity.h"
#include "corpus/part_cue.h"

namespace planmark {

struct ManifestRow {
  std::filesystem::path file;  // resolved against the manifest's folder
  Identity identity;           // members left empty are proposed from the document
  std::size_t line = 0;
};

// Errors name file:line: unknown column, unknown part, edition that is no year, row without a file, file that
// does not exist, file named twice.
Result<std::vector<ManifestRow>> read_manifest(const std::filesystem::path& path);

}  // namespace planmark
