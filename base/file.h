// Whole files in and out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

// All bytes of a regular file. Errors: not_found, bad_input (a folder, not readable), storage.
Result<std::string> read_file(const std::filesystem::path& path);

// Writes beside the target, flushes to disk, then renames over it: after a crash or a full disk the old
// file, or none, is there, never half of the new one. Errors: storage, naming the path and the cause.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

struct FileToWrite {
  std::filesystem::path path;
  std::string_view bytes;
};
// The same for many, flushed together, which takes a hundredth of the time: all are written before the first
// takes its place. Folders that they need are made.
Result<void> write_files(const std::vector<FileToWrite>& files);

// Regular files below `folder`, sorted by path; hidden files and folders are left out.
Result<std::vector<std::filesystem::path>> files_below(const std::filesystem::path& folder);

}  // namespace planmark
