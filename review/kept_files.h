// The kept bytes of documents: files/<sha256>, each written once and whole. Beside an Office file lies what
// its pages are drawn from: files/<sha256>.pdf.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace planmark {

// Does nothing when the bytes are there already. Errors: storage.
Result<void> keep_bytes(const std::filesystem::path& files, const std::string& sha256,
                        std::string_view bytes);

// Where the PDF is kept that LibreOffice made of the Office file `kept`; it can be made again.
inline std::filesystem::path made_pdf_of(std::filesystem::path kept) { return kept += ".pdf"; }

// Removes what a killed process has left half written (base/file.h writes to NAME.PID.part before it
// renames). Files of processes that are still running stay.
void remove_abandoned_parts(const std::filesystem::path& files);

}  // namespace planmark
