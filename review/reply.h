// Right of reply: a system is sent its answers as a pack, what it replies is recorded beside them, then they
// are final.
//
// Once final, no decision on the pack's documents is recorded (review/record.h) and no reply taken, until a
// coordinator opens the pack again and says why. The pack's file is the caller's; its SHA-256 is kept.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "review/event.h"
#include "review/workspace.h"

namespace planmark {

struct Pack {
  std::int64_t number = 0;             // given by record_pack
  std::string system;                  // as in Identity::system
  std::vector<std::string> documents;  // hashes, sorted
  std::string sha256;                  // of the file that was sent
  std::string person, at;              // who sent it, when
  bool is_final = false;
  friend bool operator==(const Pack&, const Pack&) = default;
};

struct Reply {
  std::int64_t number = 0;  // given by record_reply
  std::int64_t pack = 0;
  std::string sha256, question;
  std::string writer;  // who replied, for the system
  std::string text;
  std::string person, at;  // who recorded it, when
  friend bool operator==(const Reply&, const Reply&) = default;
};

// Errors: bad_input (no system, no documents, no hash of the file; a document that is final), not_found.
Result<Pack> record_pack(Workspace& workspace, const std::string& system,
                         const std::vector<std::string>& documents, const std::string& sha256, const Act& by);
// Oldest first; empty `system`: of all.
Result<std::vector<Pack>> packs(const Workspace& workspace, const std::string& system = {});

// Errors: not_found (no such pack), bad_input (nothing said, a document that is not in the pack, final).
Result<Reply> record_reply(Workspace& workspace, const Reply& reply);
// Oldest first; empty `question`: on all questions of the document.
Result<std::vector<Reply>> replies(const Workspace& workspace, const std::string& sha256,
                                   const std::string& question = {});

// Errors: not_found; bad_input (it is final already).
Result<void> make_final(Workspace& workspace, std::int64_t pack, const Act& by);
// Errors: not_found; bad_input (it is not final, no reason, `by` is nobody active who coordinates).
Result<void> reopen(Workspace& workspace, std::int64_t pack, const std::string& why, const Act& by);
Result<bool> is_final(const Workspace& workspace, const std::string& sha256);

// For the other files of review/ alone. Empty `sha256`: all that are final.
std::set<std::string> final_documents(Transaction& look, const std::string& sha256 = {});
// Fails with bad_input when the document is final.
void require_not_final(Transaction& look, const std::string& sha256);

}  // namespace planmark
