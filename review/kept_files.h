// The kept bytes of documents: files/<sha256>, each written once and whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace planmark {

// Does nothing when the bytes are there already. Errors: storage.
Result<void> keep_bytes(const std::filesystem::path& files, const std::string& sha256,
                        std::string_view bytes);

// Removes what a killed process has left half written (base/file.h writes to NAME.PID.part before it
// renames). Files of processes that are still running stay.
void remove_abandoned_parts(const std::filesystem::path& files);

}  // namespace planmark
