// Where a document's pages are: addresses name it by the beginning of its hash.
#pragma once

#include <string>

namespace planmark {

// Long enough that no two documents of a workspace share it; a whole hash works too.
inline std::string short_hash(const std::string& sha256) { return sha256.substr(0, 16); }

inline std::string desk_path(const std::string& sha256) { return "/desk/" + short_hash(sha256); }
inline std::string desk_path(const std::string& sha256, const std::string& question) {
  return desk_path(sha256) + "/" + question;
}

}  // namespace planmark
