// A short list in one database cell, as a JSON array: ["group.looked-after/2","cue.own/1"] or [3,7].
// SQLite's json_each() and every other tool read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

std::string json_list(const std::vector<std::string>& texts);
std::string json_list(const std::vector<std::uint32_t>& numbers);

// The lists that the functions above write; nullopt for anything else.
std::optional<std::vector<std::string>> texts_of_json_list(std::string_view json);
std::optional<std::vector<std::uint32_t>> numbers_of_json_list(std::string_view json);

}  // namespace planmark
