// Templates, style sheet and script, built into the program: no request reaches the file system.
#pragma once

#include <span>
#include <string_view>

namespace planmark {

struct Asset {
  std::string_view name;  // "pages/desk.html", "static/desk.js"
  std::string_view bytes;
  std::string_view sha256;  // of the bytes; in a static file's address, which so may be kept for ever
};

std::span<const Asset> assets();                 // sorted by name
const Asset* find_asset(std::string_view name);  // nullptr: there is none

}  // namespace planmark
