// ZIP archives in and out, in memory: the one home of libzip.
//
// Nothing is ever unpacked to disk. What comes in is taken as hostile: an archive is read whole within its
// limits or refused. What goes out depends on the entries alone: the same entries give the same bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

struct ZipEntry {
  std::string name;  // with /, relative, in UTF-8
  std::string bytes;
  bool stored = false;  // written without compression; reading leaves it as it is
  friend bool operator==(const ZipEntry&, const ZipEntry&) = default;
};

struct ZipLimits {
  std::size_t entries = 4096;
  std::size_t entry_bytes = 64U << 20;  // of one entry, unpacked
  std::size_t all_bytes = 256U << 20;   // of all entries, unpacked
  std::size_t ratio = 200;              // unpacked to packed, of the whole where that is over a MiB
};

// Begins as a ZIP archive does (so do .xlsx, .docx and .odt).
bool is_zip(std::string_view bytes);

// Every file in the archive's order; folders are left out. `where` is the archive's name for messages.
// Errors: damaged (not an archive, cut, a wrong checksum, an entry that cannot be unpacked), encrypted,
// too_large (over a limit), bad_input (a name that stands twice, leads out of the archive or cannot be
// shown).
Result<std::vector<ZipEntry>> read_zip(std::string_view bytes, const std::string& where,
                                       const ZipLimits& limits = {});

// In the order given, each of 1 January 1980. Requires: at least one entry, and names as read_zip() gives
// them, each once. Errors: internal (a name that cannot be written), storage (no memory).
Result<std::string> zip_of(const std::vector<ZipEntry>& entries);

}  // namespace planmark
