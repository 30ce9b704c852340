// Turns Word, Writer and slide documents into PDF with LibreOffice, where that is installed.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "extract/file_kind.h"
#include "extract/worker.h"

namespace planmark {

// The PDF of the office document in `bytes`, written below `scratch`: a folder that must not be there yet,
// that nobody else uses and that the caller removes. LibreOffice runs in it with a profile of its own, so
// that several can run at a time; without network (seccomp), with limits on processor time, memory and the
// size of files; and it dies with this process. It reads files with the rights of this process: call it
// before confine(). The pages are those that LibreOffice lays out, which may break elsewhere than in the
// program that wrote them. Errors: not_pdf (no LibreOffice on the PATH), encrypted, damaged (it makes no PDF
// of it), timed_out, crashed.
Result<std::filesystem::path> convert_office(std::string_view bytes, const std::filesystem::path& scratch,
                                             const Limits& limits);

}  // namespace planmark
