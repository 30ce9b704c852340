#include "workbench/pages.h"
#include "workbench/route.h"

namespace planmark {
namespace {

constexpr Route table[] = {
    {"GET", "/", Access::signed_in, document_list_page},
    {"GET", "/sign-in", Access::everyone, sign_in_page},
    {"POST", "/sign-in", Access::everyone, sign_in},
    {"POST", "/sign-out", Access::signed_in, sign_out},
    {"GET", "/welcome/{link}", Access::everyone, welcome_page},
    {"POST", "/welcome/{link}", Access::everyone, welcome},
    {"GET", "/static/{file}", Access::everyone, static_file},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace planmark
