#include "workbench/assets.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

const char* type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "application/octet-stream";
}

}  // namespace

Response static_file(Bench&, const Visit& visit) {
  const std::string name = visit.place("file");
  const Asset* asset = find_asset("static/" + name);
  if (asset == nullptr) return plain_text(404, "There is no such file.");
  Response response{200, type_of(name), std::string(asset->bytes), {}};
  // Pages name a file together with the hash of its bytes, so other bytes have another address.
  const bool is_this_one = value_of(visit.request.query, "v") == asset->sha256.substr(0, 16);
  response.headers.emplace_back("Cache-Control",
                                is_this_one ? "public, max-age=31536000, immutable" : "no-cache");
  return response;
}

}  // namespace planmark
