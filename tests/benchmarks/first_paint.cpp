// How long a program takes from exec to its first painted window, seen from outside: starts the command and
// watches one pixel of the screen. Usage: first_paint COMMAND [ARGUMENT …]; prints milliseconds, then ends
// it.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

unsigned long pixel(Display *display)
{
    // Inside the rail of our window and the frame of any other at the top left of the screen.
    XImage *image = XGetImage(display, DefaultRootWindow(display), 20, 400, 1, 1, AllPlanes, ZPixmap);
    const unsigned long value = XGetPixel(image, 0, 0);
    XDestroyImage(image);
    return value;
}

} // namespace

int main(int argc, char **argv)
{
    Display *display = XOpenDisplay(nullptr);
    if (!display || argc < 2) {
        std::fprintf(stderr, "first_paint: needs a display and a command\n");
        return 2;
    }
    const unsigned long background = pixel(display);
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    const auto elapsed = [start] { return std::chrono::steady_clock::now() - start; };
    bool painted = false;
    while (!painted && elapsed() < std::chrono::seconds(20)) {
        painted = pixel(display) != background;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    const auto time = std::chrono::duration<double, std::milli>(elapsed());
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    // The next run starts from the same screen.
    while (painted && pixel(display) != background && elapsed() < std::chrono::seconds(40))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    XCloseDisplay(display);
    if (!painted)
        return 1;
    std::printf("%.2f\n", time.count());
    return 0;
}
