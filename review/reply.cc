#include "review/reply.h"

#include <algorithm>

#include "base/format.h"
#include "review/database.h"
#include "review/extraction_store.h"
#include "review/people.h"

namespace planmark {
namespace {

constexpr std::string_view is_final_pack =
    "(SELECT state FROM pack_state WHERE pack = pack.number ORDER BY number DESC LIMIT 1) IS 'final'";

void fail(Transaction& change, std::string what, std::string where = {}, std::string fix = {}) {
  change.fail({ProblemKind::bad_input, std::move(what), std::move(where), std::move(fix)});
}

std::vector<std::string> documents_of(Transaction& look, std::int64_t pack) {
  std::vector<std::string> documents;
  Statement row = look.prepare("SELECT document FROM pack_document WHERE pack = ? ORDER BY document");
  row.with(pack);
  while (row.next()) documents.push_back(row.text(0));
  return documents;
}

std::vector<Pack> stored_packs(Transaction& look, const std::string& system, std::int64_t number = 0) {
  std::vector<Pack> found;
  Statement row =
      look.prepare(format("SELECT number, system, sha256, person, at, {} FROM pack"
                          " WHERE ?1 IN ('', system) AND ?2 IN (0, number) ORDER BY number",
                          is_final_pack));
  row.with(system, number);
  while (row.next())
    found.push_back({row.integer(0), row.text(1), documents_of(look, row.integer(0)), row.text(2),
                     row.text(3), row.text(4), row.integer(5) != 0});
  return found;
}

// Fails, and gives an empty one, when there is none.
Pack required_pack(Transaction& look, std::int64_t number) {
  auto found = number > 0 ? stored_packs(look, {}, number) : std::vector<Pack>();
  if (!found.empty()) return std::move(found.front());
  look.fail({ProblemKind::not_found, "there is no such pack", format("pack {}", number), {}});
  return {};
}

std::int64_t next_number(Transaction& look, std::string_view table) {
  Statement row = look.prepare(format("SELECT ifnull(max(number), 0) + 1 FROM {}", table));
  return row.with().next() ? row.integer(0) : 0;
}

void store_state(Transaction& change, const Pack& pack, const char* state, const std::string& why,
                 const Act& by) {
  change.prepare("INSERT INTO pack_state (pack, state, person, at, why) VALUES (?, ?, ?, ?, ?)")
      .run(pack.number, state, storable_text(by.person), by.at, storable_text(why));
  for (const std::string& document : pack.documents)
    note(change, {.at = by.at,
                  .person = by.person,
                  .kind = state,
                  .sha256 = document,
                  .subject = format("{}", pack.number),
                  .what = pack.system,
                  .why = why});
}

bool may_reopen(Transaction& look, const std::string& name) {
  const auto person = stored_person(look, name);
  return person && person->active && has_role(*person, Role::coordinator);
}

}  // namespace

std::set<std::string> final_documents(Transaction& look, const std::string& sha256) {
  std::set<std::string> found;
  Statement row =
      look.prepare(format("SELECT document FROM pack_document JOIN pack ON pack = pack.number"
                          " WHERE ? IN ('', document) AND {}",
                          is_final_pack));
  row.with(sha256);
  while (row.next()) found.insert(row.text(0));
  return found;
}

void require_not_final(Transaction& look, const std::string& sha256) {
  if (!final_documents(look, sha256).empty())
    fail(look, "the answers to this document are final", sha256,
         "a coordinator can open them again, with a reason");
}

Result<Pack> record_pack(Workspace& workspace, const std::string& system,
                         const std::vector<std::string>& documents, const std::string& sha256,
                         const Act& by) {
  Pack pack{0, storable_text(system), documents, sha256, storable_text(by.person), by.at, false};
  std::sort(pack.documents.begin(), pack.documents.end());
  if (pack.system.empty() || documents.empty() || sha256.size() != 64)
    return failure(ProblemKind::bad_input, "a pack needs its system, its documents and the hash of its file");
  Transaction change(workspace.database(), Transaction::Kind::write);
  pack.number = next_number(change, "pack");
  change.prepare("INSERT INTO pack (number, system, sha256, person, at) VALUES (?, ?, ?, ?, ?)")
      .run(pack.number, pack.system, pack.sha256, pack.person, pack.at);
  for (const std::string& document : pack.documents) {
    if (!is_registered(change, document))
      change.fail({ProblemKind::not_found, "no such document in the workspace", document, {}});
    require_not_final(change, document);
    change.prepare("INSERT INTO pack_document (pack, document) VALUES (?, ?)").run(pack.number, document);
    note(change, {.at = by.at,
                  .person = by.person,
                  .kind = "pack sent",
                  .sha256 = document,
                  .subject = format("{}", pack.number),
                  .what = format("{}: {}", pack.system, sha256)});
  }
  return change.commit(std::move(pack));
}

Result<std::vector<Pack>> packs(const Workspace& workspace, const std::string& system) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto found = stored_packs(look, system);
  return look.commit(std::move(found));
}

Result<Reply> record_reply(Workspace& workspace, const Reply& given) {
  Reply reply = given;
  for (std::string* text : {&reply.question, &reply.writer, &reply.text, &reply.person})
    *text = storable_text(*text);
  Transaction change(workspace.database(), Transaction::Kind::write);
  const Pack pack = required_pack(change, reply.pack);
  if (reply.text.empty()) fail(change, "the reply says nothing", reply.question);
  if (!std::binary_search(pack.documents.begin(), pack.documents.end(), reply.sha256))
    fail(change, format("pack {} does not hold this document", reply.pack), reply.sha256);
  require_not_final(change, reply.sha256);
  reply.number = next_number(change, "reply");
  change
      .prepare(
          "INSERT INTO reply (number, pack, document, question, writer, text, person, at)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(reply.number, reply.pack, reply.sha256, reply.question, reply.writer, reply.text, reply.person,
           reply.at);
  note(change, {.at = reply.at,
                .person = reply.person,
                .kind = "reply",
                .sha256 = reply.sha256,
                .question = reply.question,
                .subject = format("{}", reply.pack),
                .what = reply.text,
                .why = reply.writer});
  return change.commit(std::move(reply));
}

Result<std::vector<Reply>> replies(const Workspace& workspace, const std::string& sha256,
                                   const std::string& question) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<Reply> found;
  Statement row = look.prepare(
      "SELECT number, pack, document, question, writer, text, person, at FROM reply"
      " WHERE document = ? AND ? IN ('', question) ORDER BY number");
  row.with(sha256, question);
  while (row.next())
    found.push_back({row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5),
                     row.text(6), row.text(7)});
  return look.commit(std::move(found));
}

Result<void> make_final(Workspace& workspace, std::int64_t number, const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  const Pack pack = required_pack(change, number);
  if (pack.is_final) fail(change, "these answers are final already", format("pack {}", number));
  store_state(change, pack, "final", {}, by);
  return change.commit();
}

Result<void> reopen(Workspace& workspace, std::int64_t number, const std::string& why, const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  const Pack pack = required_pack(change, number);
  if (!pack.is_final) fail(change, "these answers are not final", format("pack {}", number));
  if (why.empty()) fail(change, "to open final answers again needs a reason", format("pack {}", number));
  if (!may_reopen(change, by.person))
    fail(change, "only a coordinator opens final answers again", format("pack {}", number));
  store_state(change, pack, "reopened", why, by);
  return change.commit();
}

Result<bool> is_final(const Workspace& workspace, const std::string& sha256) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  return look.commit(!final_documents(look, sha256).empty());
}

}  // namespace planmark
