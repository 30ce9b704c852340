// What kind of document bytes are: by what they say, never by the name of the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace planmark {

// The kinds that can be read, and the rest.
enum class FileKind : std::uint8_t { pdf, web_page, office, other };

FileKind file_kind(std::string_view bytes);
// By the first 64 KiB of a file; `other` where it cannot be read.
FileKind file_kind_at(const std::filesystem::path& path);

// A document for a word processor or of slides, as ZIP archives begin and as locked ones are wrapped.
struct OfficeFile {
  std::string_view extension = {};  // "docx", "odt", "pptx", "odp"; empty when it is none of these
  bool locked = false;              // its content is encrypted
};
OfficeFile office_file(std::string_view bytes);

// True when the bytes carry a PDF header where readers look for it (the first 1024 bytes).
bool has_pdf_header(std::string_view bytes);

// HTML or XHTML, with whatever comments and declarations stand before it; UTF-16 by its byte order mark.
bool is_web_page(std::string_view bytes);

// Of bytes that cannot be read: "a Word document or other Office file", ...; empty when they give no hint.
std::string foreign_kind(std::string_view bytes);

}  // namespace planmark
